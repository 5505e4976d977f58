/**
 * What a language's rules need to know, written as words between spaces.
 *
 * An abbreviation is written without its last full stop; 'z.b' also stands for 'z. B.'. One in lower case is found in any case,
 * one with a capital ('Mar') only with it, or all in capitals.
 */
export interface LanguageData {
  /** Abbreviations that something always follows: titles, 'e.g.'. They end no sentence. */
  readonly inner?: string
  /** Abbreviations before a number: 'No. 5', 'Jan. 3'. Before a capital letter they are the end of a sentence. */
  readonly numbered?: string
  /** Abbreviations that stand inside a sentence or end it: 'Inc.', 'U.S.'. They end it only before one of `starters`. */
  readonly either?: string
  /** Abbreviations that come last: 'etc.', 'p.m.'. They end a sentence before any capital letter. */
  readonly closing?: string
  /** Words that open sentences and are no names, in lower case. An elided one keeps its apostrophe: "l'". */
  readonly starters?: string
  /** Names of months and weekdays, and other words a number with a full stop counts, in lower case: 'April', 'Jahrhundert'. */
  readonly dates?: string
  /** Words after which a number with a full stop is an ordinal: German 'der', 'am'; or `anyWord`. Given only where ordinals are written so. */
  readonly beforeOrdinal?: string
  /** Characters that end sentences in this language alone. */
  readonly asks?: string
}

/** Stands for all words: in Turkish, where the verb comes last, no sentence ends with a number. */
export const anyWord = '*'
