/**
 * Templates whose arguments are words of the text. All others (infoboxes, navigation, maintenance) are taken out and put on record.
 */

/** Positional arguments, and named ones by their names. */
export interface Arguments {
  readonly positional: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

type Render = (args: Arguments) => string

const first: Render = ({ positional }) => positional[0] ?? ''
const second: Render = ({ positional }) => positional[1] ?? positional[0] ?? ''
const last: Render = ({ positional }) => positional.at(-1) ?? ''
const spaced: Render = ({ positional }) => positional.join(' ')
const always =
  (text: string): Render =>
  () =>
    text
/** A quotation is a paragraph of its own. */
const quotation: Render = ({ positional, named }) =>
  `\n\n${named.get('text') ?? named.get('quote') ?? named.get('1') ?? positional[0] ?? ''}\n\n`

const renders = new Map<string, Render>([
  ...names(
    'nowrap nobr nobreak small big nobold noitalic abbr abbreviation ill interlanguage-link link-interwiki lien ruby em strong sic as-written tooltip sup sub smallcaps sc color visible-anchor mvar math-text langx-text dfn 仮リンク',
  ).map((name) => [name, first] as const),
  ...names('lang lang-text langue foreign-language-text nihongo-text').map((name) => [name, second] as const),
  ...names('langx transl transliteration script').map((name) => [name, last] as const),
  ...names('convert cvt unité unit unidade nombre formatnum num date date-de').map(
    (name) => [name, name === 'convert' || name === 'cvt' ? firstTwo : spaced] as const,
  ),
  ...names('quote blockquote cquote quotation zitat citation-bloc cita cytat').map((name) => [name, quotation] as const),
  ['circa', ({ positional }) => `c. ${positional.join(' ')}`.trim()],
  ['c.', ({ positional }) => `c. ${positional.join(' ')}`.trim()],
  ['as-of', ({ positional }) => `As of ${positional.join('-')}`],
  ['frac', ({ positional }) => positional.join('/')],
  ['!', always('|')],
  ['=', always('=')],
  ...names('snd spaced-ndash spnd ndash–').map((name) => [name, always(' – ')] as const),
  ...names('ndash –').map((name) => [name, always('–')] as const),
  ...names('mdash emdash —').map((name) => [name, always('—')] as const),
  ...names('nbsp spaces space').map((name) => [name, always(' ')] as const),
  ...names('clear clr -').map((name) => [name, always('')] as const),
])

function names(list: string): readonly string[] {
  return list.split(' ')
}

/** '{{convert|5|km|mi}}' → '5 km'. */
function firstTwo({ positional }: Arguments): string {
  return positional.slice(0, 2).join(' ')
}

/** The words a template stands for; undefined when it stands for none that are known. `parts` are its name and arguments. */
export function renderTemplate(parts: readonly string[]): string | undefined {
  const [name = '', ...args] = parts
  const key = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  const [prefix, inline] = splitAt(key, ':')
  // {{formatnum:1234}}: a parser function has its argument behind a colon.
  if (prefix === 'formatnum' && inline !== undefined) return inline
  const render = /^lang-[a-z-]{2,8}$/.test(key) ? first : renders.get(key)
  return render?.(argumentsOf(args))
}

function argumentsOf(args: readonly string[]): Arguments {
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const arg of args) {
    const [key, value] = splitAt(arg, '=')
    if (value === undefined) positional.push(arg.trim())
    else if (/^\s*\d+\s*$/.test(key)) positional[Math.min(Number(key), args.length) - 1] = value.trim()
    else named.set(key.trim().toLowerCase(), value.trim())
  }
  return { positional: Array.from(positional, (arg) => arg ?? ''), named }
}

function splitAt(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
