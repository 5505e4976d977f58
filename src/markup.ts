/** The carriage return is among them because XML parsers read a bare one as a line feed (XML 1.0, section 2.11). */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' }

/** Everything outside the production Char of XML 1.0, section 2.2: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** What `escapeMarkup` may change, halves of characters and whole ones beyond U+FFFF told alike: that is looked for fastest. Most texts have nothing of it. */
const changed = /[&<>"'\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

/** `text` as character data or a quoted attribute value of XML and HTML. Characters XML 1.0 forbids are dropped: no escape makes them legal. */
export function escapeMarkup(text: string): string {
  return changed.test(text) ? text.replace(forbidden, '').replace(/[&<>"'\r]/g, (character) => entities[character]!) : text
}

/** How many characters of `text` XML 1.0 has no place for. */
export function countForbidden(text: string): number {
  if (!changed.test(text)) return 0
  return text.match(forbidden)?.length ?? 0
}

/**
 * Characters of a text that show nothing, or turn round what stands beside them: controls (but for tab and line feed), direction marks, line
 * separators, U+FEFF, annotation marks, and halves of characters. Joiners and soft hyphens are spelling, and stay as they are.
 */
export const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** What may be invisible: as `changed`. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]/

/** Whether `text` has something invisible in it. */
export function hasInvisible(text: string): boolean {
  return unseen.test(text) && text.search(invisible) >= 0
}

/** What to show for such a character: 'U+202E'. Unicode's pictures of controls (␀) are in few fonts. */
export function pictureOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
