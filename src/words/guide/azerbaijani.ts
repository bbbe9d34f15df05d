import type { GuideCatalogue } from "./english.ts";

export const guideInAzerbaijani: GuideCatalogue = {
  plain: {
    purpose: "Bu saytın xəbərləri öz səhifənizdə: sadə HTML, WordPress, Ghost və React ilə.",
    makeFirst: "Əvvəlcə nə göstəriləcəyini seçin və kodunu yerləşdirmə səhifəsindən köçürün:",
    htmlTitle: "Sadə HTML səhifəsi",
    htmlText:
      "Skriptsiz kodu görünməli olduğu yerə yapışdırın. Çərçivə xəbəri göstərir. Altındakı keçid çərçivələrin göstərilmədiyi yerlərdə də qalır: məktublarda, lent oxuyucularında və kağızda.",
    wordpressText:
      "Xəbərin ünvanını ayrıca sətrə yapışdırın. WordPress bu saytdan onun necə yerləşdirildiyini soruşur və kartını göstərir.",
    htmlBlock:
      "Siyahı, bütöv xəbər və ya axtarış xanası üçün öz HTML-iniz üçün blok əlavə edin və skriptsiz kodu yapışdırın.",
    ghostText: "Xəbərin ünvanını yapışdırmaq başlığı və şəkli olan əlfəcin yaradır.",
    reactText: "Çərçivəni hər hansı element kimi yazın. Nə qoşmaq, nə ölçmək, nə də yığışdırmaq lazımdır.",
    scriptText:
      "Skript yerləşdirməni “theme” atributunun adını çəkdiyi mövzuda saxlayır və onun dediklərini hadisə kimi bildirir. Görünən hissədən aşağıda çərçivə lazım olan hündürlüyü alır. Görünən yerdə heç nə öz-özünə böyümür, amma öz düyməniz expand() çağıra bilər.",
    policyText:
      "Bu saytdan çərçivələrə, istifadə edirsinizsə skriptə də icazə verin. Başqalarından təcrid olunmuş (COEP) səhifəyə çərçivədə “credentialless” atributu lazım ola bilər.",
    changesTitle: "Xəbərin sonrakı taleyi",
    changesText:
      "Yerləşdirmə həmişə bu saytın indi göstərdiyini göstərir. Düzəliş onun içində durur. Geri götürülmüş xəbərdən yalnız bu barədə qeyd qalır.",
  },
  filled: {},
  counted: {},
};
