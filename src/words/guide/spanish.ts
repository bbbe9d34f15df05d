import type { GuideCatalogue } from "./english.ts";

export const guideInSpanish: GuideCatalogue = {
  plain: {
    purpose: "Las noticias de este sitio en su propia página: en HTML, en WordPress, en Ghost y con React.",
    makeFirst: "Primero elija qué mostrar y copie su código en la página que crea inserciones:",
    htmlTitle: "Una página en HTML",
    htmlText:
      "Pegue el código sin script donde deba aparecer. El marco muestra la noticia. El enlace de debajo queda donde no se muestran marcos: en boletines, en lectores de fuentes y en papel.",
    wordpressText:
      "Pegue la dirección de una noticia en una línea aparte. WordPress pregunta a este sitio cómo se inserta y muestra su tarjeta.",
    htmlBlock:
      "Para una lista, una noticia entera o un buscador, añada un bloque de HTML propio y pegue el código sin script.",
    ghostText: "Al pegar la dirección de una noticia se crea un marcador con su titular y su imagen.",
    reactText: "Escriba el marco como un elemento más. No hay que montar, medir ni limpiar nada.",
    scriptText:
      "El script mantiene la inserción en el tema que indica su atributo «theme» y lanza eventos de lo que ella comunica. Por debajo de lo visible, el marco toma la altura que necesita. A la vista nada crece solo, pero un botón suyo puede llamar a expand().",
    policyText:
      "Permita marcos de este sitio, y el script si lo usa. Una página aislada de otras (COEP) puede necesitar el atributo «credentialless» en el marco.",
    changesTitle: "Qué pasa después con una noticia",
    changesText:
      "Una inserción muestra siempre lo que este sitio muestra ahora. Las correcciones aparecen en ella. Una noticia retirada solo deja constancia de ello.",
  },
  filled: {},
  counted: {},
};
