import type { GuideCatalogue } from "./english.ts";

export const guideInFrench: GuideCatalogue = {
  plain: {
    purpose: "Les articles de ce site dans votre propre page : en HTML, dans WordPress, dans Ghost et avec React.",
    makeFirst: "Choisissez d’abord que montrer, et copiez le code, sur la page qui crée les intégrations :",
    htmlTitle: "Une page en HTML",
    htmlText:
      "Collez le code sans script à l’endroit voulu. Le cadre montre l’article. Le lien au-dessous reste là où les cadres ne s’affichent pas : dans les lettres d’information, les lecteurs de flux et sur papier.",
    wordpressText:
      "Collez l’adresse d’un article seule sur sa ligne. WordPress demande à ce site comment l’intégrer et affiche sa carte.",
    htmlBlock:
      "Pour une liste, un article entier ou un champ de recherche, ajoutez un bloc de HTML et collez le code sans script.",
    ghostText: "Coller l’adresse d’un article crée un signet avec son titre et son image.",
    reactText: "Écrivez le cadre comme un élément parmi d’autres. Rien à monter, à mesurer ni à nettoyer.",
    scriptText:
      "Le script garde l’intégration dans le thème que nomme son attribut « theme » et émet des événements de ce qu’elle annonce. Sous la partie visible, le cadre prend la hauteur qu’il lui faut. Dans la partie visible rien ne grandit tout seul, mais un bouton à vous peut appeler expand().",
    policyText:
      "Autorisez les cadres de ce site, et le script si vous l’utilisez. Une page isolée des autres (COEP) peut avoir besoin de l’attribut « credentialless » sur le cadre.",
    changesTitle: "Ce que devient un article",
    changesText:
      "Une intégration montre toujours ce que ce site montre maintenant. Une correction y figure. D’un article retiré, il ne reste que cette mention.",
  },
  filled: {},
  counted: {},
};
