import type { Wiki } from '../wiki.ts'

/** Positional arguments, and named ones by their names in lower case. */
export interface Arguments {
  /** Of the template, as written. */
  readonly name: string
  readonly positional: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

/** The words a template stands for; undefined when it stands for none. */
export type Render = (args: Arguments, wiki: Wiki) => string | undefined

export interface Rendered {
  /** Undefined where the piece is taken out. */
  readonly text: string | undefined
  /** Words stand there, and what they are is not in the page: a price in today's money, an age. */
  readonly unknown?: boolean
  /** The rule it is taken out by. @defaultValue 'template' */
  readonly rule?: string
}

/** Text of a template that stands for something that the page does not say. */
export const UNKNOWN = '\uE010'

export function argumentsOf(args: readonly string[]): Omit<Arguments, 'name'> {
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const arg of args) {
    const at = arg.indexOf('=')
    // An equals sign behind markup is of the value: '<span style="…">'.
    const key = at < 0 || /[<[{"]/.test(arg.slice(0, at)) ? undefined : arg.slice(0, at).trim()
    if (key === undefined) positional.push(arg.trim())
    else if (/^\d+$/.test(key)) positional[Math.min(Number(key), args.length) - 1] = arg.slice(at + 1).trim()
    else named.set(key.toLowerCase(), arg.slice(at + 1).trim())
  }
  return { positional: Array.from(positional, (arg) => arg ?? ''), named }
}
