/** The carriage return is among them because XML parsers read a bare one as a line feed (XML 1.0, section 2.11). */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' }

/** Everything outside the production Char of XML 1.0, section 2.2: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** `text` as character data or a quoted attribute value of XML and HTML. Characters XML 1.0 forbids are dropped: no escape makes them legal. */
export function escapeMarkup(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"'\r]/g, (character) => entities[character]!)
}

/** How many characters of `text` XML 1.0 has no place for. */
export function countForbidden(text: string): number {
  return text.match(forbidden)?.length ?? 0
}
