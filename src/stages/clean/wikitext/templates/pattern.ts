/**
 * How a row of models/wikitext/templates.tsv says what a template shows:
 *
 * - `{1}`, `{-1}`, `{author}`: an argument, counted, counted from the end, or by its name; `{text|1|"?"}`: the first that is not empty;
 *   `{2+3}`: those that are not empty, commas between;
 * - `[ ({2})]`: only if an argument in it is not empty;
 * - `¶`: a paragraph ends.
 */
import type { Arguments, Render } from './render.ts'

type Piece = string | { readonly choices: readonly Choice[] } | { readonly pieces: readonly Piece[] }
type Choice = (args: Arguments) => string

export function patternOf(shows: string): Render {
  const [pieces] = piecesOf(shows, 0)
  return (args) => write(pieces, args).text || undefined
}

function piecesOf(shows: string, start: number): readonly [pieces: readonly Piece[], end: number] {
  const pieces: Piece[] = []
  let at = start
  while (at < shows.length && shows[at] !== ']') {
    if (shows[at] === '{') {
      const end = shows.indexOf('}', at)
      pieces.push({
        choices: shows
          .slice(at + 1, end)
          .split('|')
          .map(choiceOf),
      })
      at = end + 1
    } else if (shows[at] === '[') {
      const [inner, end] = piecesOf(shows, at + 1)
      pieces.push({ pieces: inner })
      at = end + 1
    } else {
      const end = /[{[\]]/.exec(shows.slice(at))?.index ?? shows.length - at
      pieces.push(shows.slice(at, at + end).replaceAll('¶', '\n\n'))
      at += end
    }
  }
  return [pieces, at]
}

function choiceOf(source: string): Choice {
  if (source.startsWith('"')) return () => source.slice(1, -1)
  const keys = source.split('+')
  if (keys.length > 1)
    return (args) =>
      keys
        .map((key) => argument(args, key))
        .filter((value) => value !== '')
        .join(', ')
  return (args) => argument(args, source)
}

function argument({ positional, named }: Arguments, key: string): string {
  return (/^-?\d+$/.test(key) ? positional.at(Number(key) - (key.startsWith('-') ? 0 : 1)) : named.get(key)) ?? ''
}

function write(pieces: readonly Piece[], args: Arguments): { readonly text: string; readonly filled: boolean } {
  let filled = false
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    else if ('choices' in piece) {
      const value = piece.choices.map((choice) => choice(args)).find((found) => found !== '') ?? ''
      filled ||= value !== ''
      text += value
    } else {
      const inner = write(piece.pieces, args)
      filled ||= inner.filled
      if (inner.filled) text += inner.text
    }
  }
  return { text, filled }
}
