import type { Unit } from '../tmx/unit.ts'
import type { Store } from './store.ts'
import { exactHash } from './tables.ts'

/** By pair ('de en', in the order of tags): units whose text in one of the two languages another unit translates otherwise. */
export function countConflicts(store: Store): ReadonlyMap<string, number> {
  /** By pair: a bit a unit. */
  const marks = new Map<string, Uint8Array>()
  const mark = (pair: string, unit: number): void => {
    const bits = marks.get(pair) ?? new Uint8Array(Math.ceil(store.footer.units / 8))
    bits[unit >> 3]! |= 1 << (unit & 7)
    marks.set(pair, bits)
  }
  for (const units of store.sameHash()) {
    // Of one text in one language.
    const groups = new Map<string, { readonly language: string; readonly members: [number, Unit][] }>()
    for (const number of units.numbers) {
      const unit = store.unit(number)
      for (const [language, text] of unit) {
        if (exactHash(language, text) !== units.hash) continue
        const key = `${language}\t${text}`
        const group = groups.get(key) ?? { language, members: [] }
        group.members.push([number, unit])
        groups.set(key, group)
      }
    }
    for (const { language, members } of groups.values()) markGroup(language, members, mark)
  }
  return new Map([...marks].map(([pair, bits]) => [pair, bits.reduce((sum, byte) => sum + ones(byte), 0)]))
}

function markGroup(language: string, members: readonly [number, Unit][], mark: (pair: string, unit: number) => void): void {
  const others = new Set(members.flatMap(([, unit]) => [...unit.keys()]))
  others.delete(language)
  for (const other of others) {
    const having = members.filter(([, unit]) => unit.has(other))
    if (new Set(having.map(([, unit]) => unit.get(other))).size < 2) continue
    const pair = [language, other].sort().join(' ')
    for (const [number] of having) mark(pair, number)
  }
}

function ones(byte: number): number {
  let count = 0
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1
  return count
}
