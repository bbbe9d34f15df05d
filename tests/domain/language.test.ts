import { describe, expect, test } from "vitest";
import { directionOf, type Language, languageOfText, parseLanguage } from "#domain/language.ts";

const english = "en" as Language;

describe("a language is a well-formed tag, written as the standard writes it", () => {
  test.each([
    ["en", "en"],
    ["EN-us", "en-US"],
    ["ur_PK", "ur-PK"],
    [" az-latn-az ", "az-Latn-AZ"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["iw", "he"],
  ])("%s", (text, language) => {
    expect(parseLanguage(text)).toBe(language);
  });

  test.each(["", "  ", "e", "en_US.UTF-8", "English (US)", "englishlanguage", "en--US", "<b>"])("not %j", (text) => {
    expect(parseLanguage(text)).toBeUndefined();
  });
});

test.each([
  ["en", "ltr"],
  ["az", "ltr"],
  ["az-Arab", "rtl"],
  ["ur", "rtl"],
  ["ar", "rtl"],
  ["ar-Latn", "ltr"],
  ["fa-IR", "rtl"],
  ["he", "rtl"],
  ["ps", "rtl"],
  ["sd", "rtl"],
  ["dv", "rtl"],
  ["ckb", "rtl"],
  ["zh-Hant", "ltr"],
  ["und", "ltr"],
] as const)("%s is read %s", (language, direction) => {
  expect(directionOf(language as Language)).toBe(direction);
});

describe("a text that names no language is in the usual one, unless most of its letters speak against it", () => {
  test.each([
    ["ur", "وزیر اعظم نے لاچین میں اجلاس سے خطاب کیا اور کہا کہ دونوں ملکوں کے تعلقات بہت گہرے ہیں۔"],
    ["ar", "وصل الوزير إلى المدينة يوم الأربعاء وشارك في الاجتماع مع نظيره."],
    ["fa", "وزیر دیروز در گفتگو با خبرنگاران گزارش داد که پل جدید به زودی ساخته می‌شود."],
    ["he", "השר הגיע לעיר ביום רביעי והשתתף בפגישה."],
    ["az", "Nazir çərşənbə günü şəhərə gəldi və görüşdə iştirak etdi, sonra isə mətbuata məlumat verdi."],
    ["ja", "大臣は水曜日に市を訪れ、会議に出席した。"],
    ["zh", "部长星期三抵达该市并出席会议。"],
    ["ko", "장관은 수요일에 도시에 도착해 회의에 참석했다."],
    ["bn", "মন্ত্রী বুধবার শহরে এসে বৈঠকে যোগ দেন।"],
    ["el", "Ο υπουργός έφτασε στην πόλη την Τετάρτη."],
    ["en", "The minister reached the town on Wednesday and took part in the meeting."],
    ["en", ""],
    ["en", "12.5 % (2025)"],
  ])("%s: %s", (language, text) => {
    expect(languageOfText(text, english)).toBe(language);
  });

  test("a few foreign names do not change it", () => {
    const report =
      "The minister met his colleagues in the town on Wednesday and spoke about the bridge, the road and the harbour.";
    expect(languageOfText(`${report} The broadcaster الجزيرة and the paper 人民日報 sent reporters.`, english)).toBe(
      "en",
    );
    expect(languageOfText(`${report} Əli Əliyev and Ülviyyə Həsənova signed.`, english)).toBe("en");
  });

  test("a newsroom that writes in Arabic letters keeps its own language where the letters do not tell another", () => {
    const plain = "ابر باران داد";
    expect(languageOfText(plain, "ur" as Language)).toBe("ur");
    expect(languageOfText(plain, "ckb" as Language)).toBe("ckb");
    expect(languageOfText("دونوں ملکوں کے تعلقات بہت گہرے ہیں", "ar" as Language)).toBe("ur");
  });

  test("a newsroom's own variant of the language that the letters tell is kept", () => {
    expect(languageOfText("部長星期三抵達該市並出席會議。", "zh-Hant" as Language)).toBe("zh-Hant");
    expect(languageOfText("Nazir çərşənbə günü şəhərə gəldi.", "az-AZ" as Language)).toBe("az-AZ");
  });

  test("a newsroom that does not write in Latin letters has English copy all the same", () => {
    expect(languageOfText("The minister reached the town.", "ur" as Language)).toBe("en");
    expect(languageOfText("Der Minister kam in die Stadt.", "de" as Language)).toBe("de");
    expect(languageOfText("Министр прибыл в город.", "ru" as Language)).toBe("ru");
  });
});
