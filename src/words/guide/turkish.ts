import type { GuideCatalogue } from "./english.ts";

export const guideInTurkish: GuideCatalogue = {
  plain: {
    purpose: "Bu sitenin haberleri kendi sayfanızda: düz HTML, WordPress, Ghost ve React ile.",
    makeFirst: "Önce ne gösterileceğini seçin ve kodunu, ekleme sayfasından kopyalayın:",
    htmlTitle: "Düz HTML ile yazılmış bir sayfa",
    htmlText:
      "Betiksiz kodu görünmesini istediğiniz yere yapıştırın. Çerçeve haberi gösterir. Altındaki bağlantı, çerçevelerin gösterilmediği yerlerde de kalır: bültenlerde, besleme okurlarında ve kâğıtta.",
    wordpressText:
      "Bir haberin adresini kendi satırına yapıştırın. WordPress bu siteye nasıl ekleneceğini sorar ve kartını gösterir.",
    htmlBlock:
      "Bir liste, bütün bir haber ya da arama kutusu için kendi HTML’iniz için bir blok ekleyip betiksiz kodu yapıştırın.",
    ghostText: "Bir haberin adresini yapıştırmak, başlığı ve resmiyle bir yer imi oluşturur.",
    reactText: "Çerçeveyi herhangi bir öğe gibi yazın. Takılacak, ölçülecek ya da toplanacak bir şey yoktur.",
    scriptText:
      "Betik, eklentiyi “theme” özniteliğinin adını verdiği temada tutar ve eklentinin bildirdiklerini olay olarak iletir. Görünen bölümün altında çerçeve gereken yüksekliği alır. Görünürken hiçbir şey kendiliğinden büyümez, ama kendi düğmeniz expand() çağırabilir.",
    policyText:
      "Bu siteden gelen çerçevelere, kullanıyorsanız betiğe de izin verin. Ötekilerden yalıtılmış (COEP) bir sayfa çerçevede “credentialless” özniteliğini gerektirebilir.",
    changesTitle: "Bir haberin sonrası",
    changesText:
      "Eklenti her zaman bu sitenin şu anda gösterdiğini gösterir. Düzeltmeler içinde yer alır. Geri çekilen bir haberden yalnızca bu bilgi kalır.",
  },
  filled: {},
  counted: {},
};
