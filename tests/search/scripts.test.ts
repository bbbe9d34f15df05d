import { describe, expect, test } from "vitest";
import { document, openPrinted, printIndex, query } from "./printed-index.ts";

/** An edition in many scripts: each search has to find its own story among those of the others. */
const stories = {
  urdu: "راولپنڈی میں وزیرِ اعظم نے لاچین کے سربراہی اجلاس کے بارے میں صحافیوں سے گفتگو کی",
  arabic: "أعلنَ الوزيرُ أنَّ مدرسةً جديدةً ستُفتح في القاهرة على ضفاف النيل",
  persian: "کتاب‌های تازه درباره تهران می‌خواهند چاپ شوند",
  azerbaijani: "İlham Əliyev Xankəndidə Şuşa körpüsünün açılışında çıxış etdi",
  turkish: "IĞDIR'da İstanbul'a giden Diyarbakırlı şoförlerin ışıkları söndürüldü",
  bengali: "ঢাকায় বাংলাদেশের প্রধানমন্ত্রী নতুন সেতুর উদ্বোধন করেছেন",
  japanese: "東京都知事が新しい橋の開通式で演説した",
  chinese: "北京市政府宣布新的大桥通车",
  thai: "กรุงเทพมหานครเปิดสะพานใหม่",
  russian: "Министр открыл новый мост в Еревание",
  english: "The minister opened a bridge in Łódź, São Tomé's café said",
} as const;

const documents = Object.entries(stories).map(([language, body]) => ({ ...document({ body }), stored: language }));
const languagesFound = async (text: string) => {
  const index = await openPrinted(printIndex(documents));
  return (await index.search(query(text))).hits.map(({ stored }) => stored);
};

describe.each([
  ["urdu", ["راولپنڈی", "وزیر اعظم", "صحافيوں", "لاچین", "سربراهي"]],
  ["arabic", ["اعلن", "الوزير", "مدرسه", "القاهرة", "ضفاف النيل", "أنّ"]],
  ["persian", ["كتابهاي", "میخواهند", "تهران"]],
  ["azerbaijani", ["ILHAM ƏLİYEV", "ilham eliyev", "xankendide", "susa", "ŞUŞA", "körpü"]],
  ["turkish", ["iğdır", "IĞDIR", "igdir", "istanbul", "ISTANBUL", "diyarbakirli", "isiklari"]],
  ["bengali", ["বাংলাদেশের", "প্রধানমন্ত্রী", "সেতুর উদ্বোধন"]],
  ["japanese", ["東京", "東京都知事", "開通式", "演説"]],
  ["chinese", ["北京", "市政府", "大桥通车"]],
  ["thai", ["กรุงเทพ", "สะพาน"]],
  ["russian", ["министр", "НОВЫЙ МОСТ", "новый"]],
  ["english", ["lodz", "sao tome", "CAFÉ", "minister"]],
] as const)("in %s", (language, texts) => {
  test.each(texts.map((text) => [text]))("%s is found", async (text) => {
    expect((await languagesFound(text))[0]).toBe(language);
  });
});

test.each([
  ["urdu", "راولپڈی "],
  ["azerbaijani", "xankendde "],
  ["turkish", "diyarbkairli "],
  ["bengali", "বাংলাদশের "],
  ["russian", "миинстр "],
])("in %s one wrong letter is forgiven", async (language, text) => {
  expect(await languagesFound(text)).toEqual([language]);
});

test.each([
  ["urdu", '"سربراہی اجلاس"', '"اجلاس سربراہی"'],
  ["azerbaijani", '"susa korpusunun"', '"korpusunun susa"'],
  ["bengali", '"নতুন সেতুর"', '"সেতুর নতুন"'],
  ["japanese", '"都知事が新しい"', '"新しい都知事"'],
  ["arabic", '"مدرسة جديدة"', '"جديدة مدرسة"'],
])("in %s a phrase is found in its order only", async (language, inOrder, turned) => {
  expect(await languagesFound(inOrder)).toEqual([language]);
  expect(await languagesFound(turned)).toEqual([]);
});

test("letters of an unspaced script that stand apart are not what stands together", async () => {
  const index = await openPrinted(printIndex([document({ body: "京都府と東京駅" }), document({ body: "東京都" })]));
  const { hits } = await index.search(query("東京都"));
  expect(hits.map(({ stored }) => stored)).toEqual(["東京都"]);
});

test("a query in two scripts finds the story that has both", async () => {
  const index = await openPrinted(
    printIndex([
      document({ body: "PM Sharif لاچین پہنچے" }),
      document({ body: "لاچین" }),
      document({ body: "Sharif" }),
    ]),
  );
  const { hits } = await index.search(query("sharif لاچین"));
  expect(hits.map(({ stored }) => stored)).toEqual(["PM Sharif لاچین پہنچے"]);
});

test("marks that turn the direction of writing are looked through", async () => {
  expect((await languagesFound("\u202eistanbul\u202c \u2067لاچین\u2069"))[0]).toBeDefined();
  expect(await languagesFound("\u202eistanbul\u202c")).toEqual(["turkish"]);
});
