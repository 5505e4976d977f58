/**
 * `-{…}-` of wikis in two scripts or more (https://www.mediawiki.org/wiki/Writing_systems/Syntax): one variant is shown, chosen by the
 * language that the input says, else the first.
 */
import type { Language } from '../../../article.ts'

/** 'zh-hans', 'sr-ec': what may stand before the colon of a variant. */
const code = '(?:zh|sr|kk|ku|uz|tg|iu|shi|crh|gan|tly|ban|mni|en|wuu|sh)(?:-[a-z]{2,8}){0,2}'
const variant = new RegExp(`^\\s*(?:[^:;]*=>\\s*)?(${code})\\s*:([\\s\\S]*)$`, 'i')
/** Flags before a bar: letters, '-', '+', or names of variants. */
const flags = new RegExp(`^\\s*(?:[A-Z+-]|${code})(?:\\s*;\\s*(?:[A-Z+-]|${code}))*\\s*$`, 'i')
/** Rules for the rest of the page, the title or an inspection: they show nothing where they stand. */
const silent = /(?:^|;)\s*[HT-]\s*(?:;|$)/i

/** Languages whose wikis know it; elsewhere '-{' is a hyphen and a bracket. */
const converted = new Set(['zh', 'sr', 'kk', 'ku', 'uz', 'tg', 'iu', 'shi', 'crh', 'gan', 'sh', 'ban', 'mni', 'tly', 'wuu'])

export function hasVariants(base: Language): boolean {
  return converted.has(base)
}

/** Codes that serve a reader of a language, best first. */
const preferred: readonly (readonly [pattern: RegExp, codes: readonly string[]])[] = [
  [/^zh-(?:hant-)?hk$/i, ['zh-hk', 'zh-hant', 'zh-tw']],
  [/^zh-(?:hant|tw)/i, ['zh-tw', 'zh-hant', 'zh-hk']],
  [/^zh-(?:hans|cn|sg)/i, ['zh-cn', 'zh-hans', 'zh-sg']],
  [/^sr-(?:latn|el)/i, ['sr-el', 'sr-latn']],
  [/^sr/i, ['sr-ec', 'sr-cyrl']],
]

export type VariantText = { readonly text: string } | { readonly rule: 'conversion-rule' }

/** @param parts what stands between the bars */
export function variantText(parts: readonly string[], language: Language | undefined): VariantText {
  const flagged = parts.length > 1 && flags.test(parts[0]!)
  if (flagged && silent.test(parts[0]!)) return { rule: 'conversion-rule' }
  const content = (flagged ? parts.slice(1) : parts).join('|')
  const variants = content.split(';').flatMap((piece) => {
    const match = variant.exec(piece)
    return match === null ? [] : [[match[1]!.toLowerCase(), match[2]!.trim()] as const]
  })
  if (variants.length === 0) return { text: content.trim() }
  const codes = preferred.find(([pattern]) => pattern.test(language ?? ''))?.[1] ?? []
  const chosen = codes.map((wanted) => variants.find(([name]) => name === wanted)).find((found) => found !== undefined) ?? variants[0]!
  return { text: chosen[1] }
}
