/**
 * What stands in braces and is no template: parser functions and variables
 * (https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions, https://www.mediawiki.org/wiki/Help:Magic_words).
 */
import { evaluate } from './expression.ts'
import { formatNumber } from './templates/numbers.ts'
import type { Rendered } from './templates/render.ts'
import type { Wiki } from './wiki.ts'

type Call = (input: string, rest: readonly string[], wiki: Wiki) => string | undefined

const chosen = (condition: boolean, rest: readonly string[]): string => (rest[condition ? 0 : 1] ?? '').trim()

/** By name; the input is what stands behind the colon, the rest between the bars. */
const functions: Readonly<Record<string, Call>> = {
  '#if': (input, rest) => chosen(input !== '', rest),
  '#ifeq': (input, [other = '', ...rest]) => chosen(areEqual(input, other.trim()), rest),
  '#ifexpr': (input, rest) => chosen((evaluate(input) ?? 0) !== 0, rest),
  // Nobody knows here what pages a wiki has; most links lead somewhere.
  '#ifexist': (_, rest) => chosen(true, rest),
  '#iferror': (input, rest) => (/class="error"/.test(input) ? (rest[0] ?? '').trim() : (rest[1]?.trim() ?? input)),
  '#switch': (input, rest) => switched(input, rest),
  '#expr': (input) => {
    const value = evaluate(input)
    return value === undefined ? undefined : String(Number(value.toPrecision(12)))
  },
  '#language': (input, _, { language }) => nameOfLanguage(input, language),
  '#formatdate': (input) => input,
  '#dateformat': (input) => input,
  formatnum: (input, rest, { language }) => (rest[0]?.trim() === 'R' ? input : formatNumber(input, language)),
  lc: (input) => input.toLowerCase(),
  uc: (input) => input.toUpperCase(),
  lcfirst: (input) => input.charAt(0).toLowerCase() + input.slice(1),
  ucfirst: (input) => input.charAt(0).toUpperCase() + input.slice(1),
  padleft: (input, [width = '0', fill = '0']) => input.padStart(Math.min(Number(width) || 0, 500), fill),
  padright: (input, [width = '0', fill = '0']) => input.padEnd(Math.min(Number(width) || 0, 500), fill),
  plural: (input, rest, { language }) => pluralForm(Number(input), rest, language),
  grammar: (_, [form = '']) => form,
  gender: (_, rest) => (rest[2] ?? rest[0] ?? '').trim(),
  nowiki: (input) => input,
  int: () => '',
}
/** Said of the page, not in it. */
const silent = new Set(['defaultsort', 'displaytitle', 'noexternallanglinks'])
const ofTitle = new Set(['pagename', 'fullpagename', 'basepagename', 'subpagename', 'rootpagename'])
/** What holds at the time of reading. */
const ofToday = /^(?:current|local)(?:year|month|day|time|week|dow|hour|version|timestamp)/

/** Undefined when it is none of these. */
export function renderMagic(parts: readonly string[], wiki: Wiki): Rendered | undefined {
  const head = (parts[0] ?? '').trim().replace(/^(?:subst|safesubst):\s*/i, '')
  const name = (/^#?[\p{L}]+/u.exec(head)?.[0] ?? '').toLowerCase()
  const after = head.slice(name.length).trimStart()
  if (head.startsWith('{')) return { text: (parts[1] ?? '').trim() }
  if (after === '' && parts.length === 1) {
    if (ofTitle.has(name)) return { text: wiki.title }
    if (ofToday.test(name)) return { text: undefined, unknown: true }
  }
  if (!after.startsWith(':')) return undefined
  if (silent.has(name) || name === '#invoke' || name === '#related') return { text: undefined }
  if (name === '#tag') return { text: undefined, ...(/^:\s*ref\b/i.test(after) && { rule: 'reference' }) }
  const call = functions[name]
  return call === undefined ? undefined : { text: call(after.slice(1).trim(), parts.slice(1), wiki) }
}

/** As numbers where both are. */
function areEqual(one: string, other: string): boolean {
  return one === other || (one !== '' && other !== '' && Number(one) === Number(other))
}

function switched(input: string, cases: readonly string[]): string {
  let falling = false
  let fallback = ''
  for (const [index, piece] of cases.entries()) {
    const at = piece.indexOf('=')
    const name = (at < 0 ? piece : piece.slice(0, at)).trim()
    // The last case without a name is the default.
    if (at < 0 && index === cases.length - 1 && !areEqual(input, name)) return name
    falling ||= areEqual(input, name)
    if (at < 0) continue
    const value = piece.slice(at + 1).trim()
    if (falling) return value
    if (name === '#default') fallback = value
  }
  return fallback
}

function pluralForm(count: number, forms: readonly string[], language: string): string {
  const kinds = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((kind) => kinds.includes(kind as Intl.LDMLPluralRule))
  const at = order.indexOf(new Intl.PluralRules(language).select(count))
  return (forms[Math.min(at, forms.length - 1)] ?? '').trim()
}

function nameOfLanguage(tag: string, language: string): string | undefined {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag)
  } catch {
    return undefined
  }
}
