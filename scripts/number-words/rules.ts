/** Rule-based number formats of CLDR, as far as small whole numbers need them (UTS 35, part 3, "Rule-Based Number Formatting"). */

/** By name; each rule a base value, `/` and its radix if that is not ten, and what is written from there on. */
export type RuleSets = Readonly<Record<string, readonly (readonly [string, string])[]>>

/** The words of a whole number, folded to small letters; undefined when the rules write it in digits. */
export function spellOut(rules: RuleSets, set: string, value: number): string | undefined {
  const words = format(rules, set, value)
  return words?.replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

function format(rules: RuleSets, set: string, value: number): string | undefined {
  const rule = (rules[set] ?? [])
    .flatMap(([base, text]) => {
      const [, start, radix = '10'] = /^(\d+)(?:\/(\d+))?>*$/u.exec(base) ?? []
      return start === undefined ? [] : [{ start: Number(start), radix: Number(radix), text }]
    })
    .findLast(({ start }) => start <= value)
  if (rule === undefined) return undefined
  const divisor = rule.start === 0 ? 1 : rule.radix ** Math.floor(Math.log(rule.start) / Math.log(rule.radix) + 1e-9)
  const rest = value % divisor
  let isWhole = true
  const text = rule.text
    .replace(/;$/u, '')
    .replace(/^'/u, '')
    .replace(/\[([^\]]*)\]/gu, (_, inner: string) => (rest === 0 ? '' : inner))
    .replace(/\$\([^)]*\)\$/gu, () => {
      isWhole = false
      return ''
    })
    .replace(/(→|←|=)([^→←=]*)\1+/gu, (_, sign: string, name: string) => {
      const own = sign === '→' ? rest : sign === '←' ? Math.floor(value / divisor) : value
      const words = name === '' ? format(rules, set, own) : name.startsWith('%') ? format(rules, name, own) : undefined
      if (words === undefined) isWhole = false
      return words ?? ''
    })
  return isWhole ? text : undefined
}
