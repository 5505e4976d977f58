import type { Span } from './article.ts'

/** Whether two ranges of one text have a character in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
