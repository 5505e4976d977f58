/** Arithmetic of `{{#expr:…}}` (https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions): what articles use of it. */

type Operator = (left: number, right: number) => number

/** From loosest to tightest; those of one level from left to right. */
const levels: readonly Readonly<Record<string, Operator>>[] = [
  { or: (a, b) => Number(a !== 0 || b !== 0) },
  { and: (a, b) => Number(a !== 0 && b !== 0) },
  {
    '=': (a, b) => Number(a === b),
    '!=': (a, b) => Number(a !== b),
    '<>': (a, b) => Number(a !== b),
    '<': (a, b) => Number(a < b),
    '>': (a, b) => Number(a > b),
    '<=': (a, b) => Number(a <= b),
    '>=': (a, b) => Number(a >= b),
  },
  { round: (a, b) => Math.round(a * 10 ** b) / 10 ** b },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b, mod: (a, b) => Math.trunc(a) % Math.trunc(b), div: (a, b) => a / b },
  { '^': (a, b) => a ** b },
]
const functions: Readonly<Record<string, (value: number) => number>> = {
  '-': (value) => -value,
  '+': (value) => value,
  not: (value) => Number(value === 0),
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
}
/** Longest expression worth reading, in characters: nothing that an article computes in passing comes near. */
const LONGEST = 300

/** Undefined for what is no expression, or has no value. */
export function evaluate(text: string): number | undefined {
  if (text.length > LONGEST) return undefined
  const tokens =
    text
      .toLowerCase()
      .replaceAll('−', '-')
      .match(/\d+\.?\d*(?:e[+-]?\d+)?|\.\d+|[a-z]+|!=|<>|<=|>=|\S/g) ?? []
  let at = 0
  const value = (): number => {
    const token = tokens[at]
    at += 1
    if (token === '(') {
      const inner = chain(0)
      if (tokens[at] !== ')') return Number.NaN
      at += 1
      return inner
    }
    const apply = functions[token ?? '']
    return apply === undefined ? Number(token ?? Number.NaN) : apply(value())
  }
  const chain = (level: number): number => {
    const operators = levels[level]
    if (operators === undefined) return value()
    let left = chain(level + 1)
    for (let apply = operators[tokens[at] ?? '']; apply !== undefined; apply = operators[tokens[at] ?? '']) {
      at += 1
      left = apply(left, chain(level + 1))
    }
    return left
  }
  const result = chain(0)
  return at === tokens.length && Number.isFinite(result) ? result : undefined
}
