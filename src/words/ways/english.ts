import type { SentencesLike, SpokenLike } from "../words.ts";

/** What is said by further ways of reading, in English: without a connection, catching up, listening. Fetched with them. */
export const waysInEnglish = {
  plain: {
    offlineFor:
      "What you read and save stays on this device, to be read without a connection. Nothing is sent anywhere.",
    settingUp: "Setting up …",
    notHere: "This browser stores nothing for this site. Reading goes on while there is a connection.",
    youAreOffline: "You are offline, reading what is stored on this device.",
    onlineAgain: "You are online again.",
    today: "Today",
    todayIs: "The front page, every story on it, and search.",
    withPictures: "With pictures",
    stop: "Stop",
    downloaded: "Today’s stories are on this device.",
    downloadFailed: "The download stopped, because there is no connection. What came is stored.",
    onDevice: "On this device",
    nothingStored: "No story is stored yet.",
    kept: "Kept for you",
    clear: "Clear what is stored",
    cleared: "Nothing is stored any more.",
    newVersion: "A newer version of this site is ready.",
    useNewVersion: "Use it now",
    dismiss: "Dismiss",
    notStored: "You are offline, and this page is not stored on this device. These stories are:",
    catchUpFor: "What was published since you were last here, by topic, in the time that you have. It ends.",
    firstVisit: "You have not been here before, so these are the stories of the last day.",
    yourTime: "How much time do you have?",
    threadsExplained:
      "Stories stand together when their headlines and summaries share rare words, or a place and a word, and they were published within four days of each other.",
    singleStories: "Further stories",
    caughtUp: "You are up to date.",
    nothingNew: "Nothing was published since then.",
    thatIsAll: "That is all there is.",
    startFromNow: "Next time, start from now",
    startsFromNow: "Next time, catching up starts from now.",
    listenTo: "Read aloud",
    play: "Play",
    pause: "Pause",
    previousParagraph: "Previous paragraph",
    nextParagraph: "Next paragraph",
    nextStory: "Next saved story",
    speed: "Speed",
    voice: "Voice",
    usualVoice: "The device’s choice",
    noVoice: "This device has no voice for the language of this story; another one reads it.",
    voiceFailed: "The device’s voice stopped. Try again, or choose another voice.",
    storyEnded: "The story has ended.",
    goOnToSaved: "Go on with saved stories",
  },
  filled: {
    copyStored: "This copy was stored on {time}.",
    storedOn: "Stored on {time}",
    downloading: "{number} of {count}: {size}",
    since: "Since {time}: {stories} in {threads}, about {minutes}",
    paragraphOf: "Paragraph {number} of {count}",
    next: "Next: {headline}",
  },
  counted: {
    downloadToday: {
      one: "Download today ({count} story, about {text})",
      other: "Download today ({count} stories, about {text})",
    },
    downloadWithPictures: {
      one: "Download today ({count} story, about {text} + {pictures} of pictures)",
      other: "Download today ({count} stories, about {text} + {pictures} of pictures)",
    },
    storedStories: {
      one: "Stored on this device: {count} story, {size}",
      other: "Stored on this device: {count} stories, {size}",
    },
    notFetched: {
      one: "{count} file could not be stored. The device may be full, or the connection gone.",
      other: "{count} files could not be stored. The device may be full, or the connection gone.",
    },
    stories: { one: "{count} story", other: "{count} stories" },
    threads: { one: "{count} thread", other: "{count} threads" },
    minutes: { one: "{count} minute", other: "{count} minutes" },
    notFitting: {
      one: "{count} more story does not fit into this time.",
      other: "{count} more stories do not fit into this time.",
    },
  },
} as const;

export type WayCatalogue = SentencesLike<typeof waysInEnglish>;

/** What further ways of reading say. */
export type WayWords = SpokenLike<typeof waysInEnglish>;
