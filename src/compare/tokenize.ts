/**
 * What BLEU counts as words: the tokenizers of sacrebleu (Post 2018, "A call for clarity in reporting BLEU scores"), to the letter, quirks and
 * all, because a figure is only worth something beside the figures of others.
 */

import { UsageError } from '../errors.ts'
import { mecab } from './mecab.ts'

export type Tokenizer = (line: string) => readonly string[]

export const tokenizerNames = ['13a', 'intl', 'zh', 'ja-mecab', 'char', 'none'] as const
export type TokenizerName = (typeof tokenizerNames)[number]

/** White space as Python's str.split() knows it: with the separators U+001C–U+001F and U+0085, without U+FEFF. */
const space = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

/** The words between white space. */
export function splitSpace(text: string): string[] {
  return text.split(space).filter((word) => word !== '')
}

/** `text` without its white space. */
export function dropSpace(text: string): string {
  return text.split(space).join('')
}

type Rules = readonly (readonly [RegExp, string])[]

/** mteval-v13a.pl of NIST, which treats text as if it were English: by ASCII marks alone. */
const western: Rules = [
  [/([{-~[-` -&(-+:-@/])/g, ' $1 '],
  [/([^0-9])([.,])/gu, '$1 $2 '],
  [/([.,])([^0-9])/gu, ' $1 $2'],
  [/([0-9])(-)/g, '$1 $2 '],
]

/** mteval-v14.pl with --international-tokenization: by Unicode categories. */
const international: Rules = [
  [/(\P{N})(\p{P})/gu, '$1 $2 '],
  [/(\p{P})(\P{N})/gu, ' $1 $2'],
  [/(\p{S})/gu, ' $1 '],
]

function apply(rules: Rules, line: string): string[] {
  return splitSpace(rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line))
}

function mteval(line: string): string[] {
  const plain = line
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  return apply(western, ` ${plain} `)
}

/**
 * Each of these characters is a word in Chinese text. The first two ranges are a slip of sacrebleu's that all its figures have: written
 * as five-digit escapes, they became U+2001–U+2A6D (dashes, quotation marks, arrows, mathematics) and U+2F81–U+2FA1.
 */
const chinese =
  /([\u2001-\u2a6d\u2f81-\u2fa1\u3400-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\uff00-\uffef\u2e80-\u2eff\u3000-\u303f\u31c0-\u31ef\u2f00-\u2fdf\u2ff0-\u2fff\u3100-\u312f\u31a0-\u31bf\ufe10-\ufe1f\ufe30-\ufe4f\u3200-\u33ff])/g

const tokenizers: Record<Exclude<TokenizerName, 'ja-mecab'>, Tokenizer> = {
  '13a': mteval,
  intl: (line) => apply(international, line),
  zh: (line) => apply(western, splitSpaceAround(line).replace(chinese, ' $1 ')),
  char: (line) => Array.from(splitSpaceAround(line)).filter((char) => !space.test(char)),
  none: splitSpace,
}

const edges = new RegExp(`^${space.source}|${space.source}$`, 'g')
function splitSpaceAround(line: string): string {
  return line.replace(edges, '')
}

/**
 * @param dictionary folder of MeCab's dictionary, for Japanese
 * @throws UsageError when it is missing or not the one of sacrebleu
 */
export function tokenizerOf(name: TokenizerName, dictionary?: string): Tokenizer {
  if (name !== 'ja-mecab') return tokenizers[name]
  if (dictionary === undefined) throw new UsageError('words of Japanese need the IPA dictionary of MeCab: expected its folder')
  const words = mecab(dictionary)
  return (line) => words(splitSpaceAround(line))
}

/** As signatures say it: of MeCab its version and dictionary too. */
export function signatureOf(name: TokenizerName): string {
  return name === 'ja-mecab' ? 'ja-mecab-0.996-IPA' : name
}

/** Languages without spaces between words need another tokenizer than the rest; Japanese has characters for words where there is no dictionary. */
export function defaultTokenizer(language: string, dictionary?: string): TokenizerName {
  const base = language.split('-')[0]
  if (base === 'zh' || base === 'yue') return 'zh'
  if (base === 'ja' && dictionary !== undefined) return 'ja-mecab'
  return base === 'ja' || base === 'th' || base === 'lo' || base === 'km' || base === 'my' ? 'char' : '13a'
}
