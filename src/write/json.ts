/**
 * `value` as a line of JSON Lines, without a line end. U+0085, U+2028 and U+2029 are escaped, which JSON does not ask for:
 * some readers, Python's splitlines among them, end a line there.
 */
export function formatJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
