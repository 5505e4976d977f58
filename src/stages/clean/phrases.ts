/**
 * What wikis print around articles, and how lists of sources are headed, by language. Data only: how it is applied is in rules.ts.
 *
 * A phrase is the source of a regular expression, in lower case, with straight quotes; '…' stands for up to 80 characters.
 * Line phrases must match a whole line, whatever punctuation, bullets or emoji stand at its ends.
 */

export type Phrases = Readonly<Record<string, readonly string[]>>

/** Lines, wherever they stand. */
export const wikiChrome: Phrases = {
  en: [
    'from wikipedia,? the free encyclopedia',
    '(jump to navigation|jump to search|jump to:? ?navigation,? search)( (jump to search|jump to navigation))*',
    '\\(?redirected from …\\)?',
    'this page was last (edited|modified) on …',
    'retrieved from "?https?:…',
    'categories: …',
    'text is available under the creative commons…',
    'this article (needs additional citations|does not cite any sources|is a stub|has multiple issues)…',
    'you can help wikipedia by expanding it',
    'contents( \\[?hide\\]?)?',
    'coordinates: …',
    'for other uses, see …',
  ],
  de: [
    'aus wikipedia,? der freien enzyklopädie',
    'zur (navigation|suche) springen( zur (navigation|suche) springen)*',
    'wechseln zu: navigation, suche',
    'diese seite wurde zuletzt …',
    '\\(?weitergeleitet von …\\)?',
    'inhaltsverzeichnis',
  ],
  fr: [
    "un article de wikipédia, l'encyclopédie libre",
    "(wikipédia|de wikipédia), l'encyclopédie libre",
    'aller à (la )?(navigation|recherche|:)…',
    'la dernière modification de cette page …',
    '\\(?redirigé depuis …\\)?',
    'sommaire',
  ],
  es: [
    'de wikipedia, la enciclopedia libre',
    'ir a la (navegación|búsqueda)( ir a la (navegación|búsqueda))*',
    'esta página se editó por última vez …',
    '\\(?redirigido desde …\\)?',
  ],
  it: [
    "da wikipedia, l'enciclopedia libera",
    'vai alla (navigazione|ricerca)( vai alla (navigazione|ricerca))*',
    'jump to navigation jump to search',
  ],
  pt: [
    'origem: wikipédia, a enciclopédia livre',
    'wikipédia, a enciclopédia livre',
    'saltar para a (navegação|pesquisa)( saltar para a (navegação|pesquisa))*',
  ],
  nl: [
    'uit wikipedia, de vrije encyclopedie',
    '(naar navigatie springen|naar zoeken springen)( naar zoeken springen)?',
    'deze pagina is voor het laatst bewerkt …',
  ],
  pl: [
    'z wikipedii, wolnej encyklopedii',
    'wolna encyklopedia',
    'przejdź do (nawigacji|wyszukiwania)( przejdź do (nawigacji|wyszukiwania))*',
    'tę stronę ostatnio edytowano …',
  ],
  ru: [
    'материал из википедии\\W+свободной энциклопедии',
    'перейти к (навигации|поиску)( перейти к (навигации|поиску))*',
    'эта страница в последний раз …',
  ],
  uk: ['матеріал з вікіпедії\\W+вільної енциклопедії', 'перейти до (навігації|пошуку)( перейти до (навігації|пошуку))*'],
  sv: [
    'från wikipedia,? den fria encyklopedin',
    'hoppa till (navigering|sök)( hoppa till (navigering|sök))*',
    'sidan redigerades senast …',
  ],
  tr: ['vikipedi,? özgür ansiklopedi', '(gezinti|arama)ya atla …'],
  ja: ['出典: フリー百科事典『ウィキペディア(wikipedia)』', 'ナビゲーションに移動 検索に移動'],
  zh: ['维基百科，自由的百科全书', '維基百科，自由的百科全書', '跳到导航 跳到搜索', '跳到導覽 跳到搜尋'],
}

/** Headings of what follows an article. The section goes, as far as it is a list of sources, links or titles. */
export const tailHeadings: Readonly<Record<string, Phrases>> = {
  'reference-list': {
    en: [
      'references',
      'notes',
      'footnotes',
      'citations',
      'notes and references',
      'references and notes',
      'sources',
      'bibliography',
      'works cited',
    ],
    de: [
      'einzelnachweise',
      'anmerkungen',
      'fußnoten',
      'quellen',
      'quellenangaben',
      'anmerkungen und einzelnachweise',
      'einzelnachweise und anmerkungen',
      'literatur',
      'literaturverzeichnis',
    ],
    fr: ['références', 'notes', 'notes et références', 'sources', 'bibliographie', 'notes et sources'],
    es: ['referencias', 'notas', 'notas y referencias', 'bibliografía', 'fuentes'],
    it: ['note', 'riferimenti', 'bibliografia', 'fonti'],
    pt: ['referências', 'notas', 'notas e referências', 'bibliografia', 'fontes'],
    nl: ['referenties', 'noten', 'voetnoten', 'bronnen', 'bronnen, noten en/of referenties', 'literatuur'],
    pl: ['przypisy', 'bibliografia', 'uwagi', 'źródła'],
    ru: ['примечания', 'литература', 'источники', 'сноски'],
    uk: ['примітки', 'література', 'джерела'],
    sv: ['referenser', 'noter', 'källor', 'fotnoter', 'källförteckning', 'litteratur'],
    tr: ['kaynakça', 'notlar', 'dipnotlar'],
    ja: ['脚注', '出典', '注釈', '参考文献'],
    zh: ['参考文献', '參考文獻', '参考资料', '參考資料', '注释', '註釋', '脚注'],
  },
  'external-links': {
    en: ['external links', 'further reading', 'see also'],
    de: ['weblinks', 'siehe auch', 'externe links'],
    fr: ['liens externes', 'lien externe', 'voir aussi', 'articles connexes', 'annexes'],
    es: ['enlaces externos', 'véase también'],
    it: ['collegamenti esterni', 'altri progetti', 'voci correlate'],
    pt: ['ligações externas', 'ver também', 'links externos'],
    nl: ['externe links?', 'zie ook'],
    pl: ['linki zewnętrzne', 'zobacz też'],
    ru: ['ссылки', 'см\\. также', 'см также'],
    uk: ['посилання', 'див\\. також'],
    sv: ['externa länkar', 'se även', 'se också'],
    tr: ['dış bağlantılar', 'ayrıca bakınız'],
    ja: ['外部リンク', '関連項目'],
    zh: ['外部链接', '外部連結', '参见', '參見'],
  },
}

/** Inside square brackets: links of a wiki's pages for editing a section. */
export const editWords: Phrases = {
  en: ['edit', 'edit source', 'edit \\| edit source'],
  de: ['bearbeiten', 'quelltext bearbeiten', 'bearbeiten \\| quelltext bearbeiten'],
  fr: ['modifier', 'modifier le code', 'modifier \\| modifier le code', 'modifier \\| modifier le wikicode'],
  es: ['editar', 'editar código', 'editar \\| editar código'],
  it: ['modifica', 'modifica wikitesto', 'modifica \\| modifica wikitesto', 'modifica sorgente'],
  pt: ['editar \\| editar código-fonte', 'editar código-fonte'],
  nl: ['bewerken', 'brontekst bewerken', 'bewerken \\| brontekst bewerken'],
  pl: ['edytuj', 'edytuj kod', 'edytuj \\| edytuj kod'],
  ru: ['править', 'править код', 'править \\| править код', 'правка'],
  uk: ['ред\\.', 'редагувати', 'редагувати код', 'редагувати \\| редагувати код'],
  sv: ['redigera', 'redigera wikitext', 'redigera \\| redigera wikitext'],
  tr: ['değiştir', 'kaynağı değiştir', 'değiştir \\| kaynağı değiştir'],
  ja: ['編集', 'ソースを編集'],
  zh: ['编辑', '編輯', '编辑源代码', '編輯原始碼', '编辑 \\| 编辑源代码'],
}

/** Inside square brackets: what editors of a wiki ask for. */
export const requestWords: Phrases = {
  en: [
    'citation needed',
    'clarification needed',
    'verification needed',
    'better source needed',
    'failed verification',
    'original research\\?',
    'dubious – discuss',
    'dead link',
    'who\\?',
    'when\\?',
    'which\\?',
    'where\\?',
    'by whom\\?',
    'according to whom\\?',
    'page needed',
    'full citation needed',
  ],
  de: ['beleg fehlt', 'beleg\\?'],
  fr: ['réf\\. nécessaire', 'citation nécessaire', 'réf\\. souhaitée', 'précision nécessaire'],
  es: ['cita requerida', 'aclaración requerida'],
  it: ['senza fonte', 'citazione necessaria'],
  pt: ['carece de fontes\\?', 'carece de fontes'],
  nl: ['bron\\?'],
  pl: ['potrzebny przypis', 'potrzebne źródło'],
  ru: ['источник не указан( \\d+ д[а-я]+)?', 'уточнить'],
  uk: ['джерело\\?'],
  sv: ['källa behövs'],
  tr: ['kaynak belirtilmeli'],
  ja: ['要出典'],
  zh: ['来源请求', '來源請求'],
}
