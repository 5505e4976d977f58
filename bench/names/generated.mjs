export function generatedNames(count) {
  let state = 12345
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = (list) => list[Math.floor(random() * list.length)]
  const starts = 'b br c ch d dr f g gr h j k kl kr l m n p r s sch sh st t tr v w z'.split(' ')
  const middles = 'a e i o u au ei ie ou y'.split(' ')
  const ends = ' n r s t l m k rt nd ng ck'.split(' ')
  const name = () => {
    const word = pick(starts) + pick(middles) + pick(ends) + pick(starts) + pick(middles) + pick(ends)
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const givens = Array.from({ length: 3000 }, name)
  const families = Array.from({ length: Math.max(2000, count / 3) }, () => name() + pick(['', 'er', 'ski', 'ov']))
  return Array.from({ length: count }, () => {
    const [given, family] = [pick(givens), pick(families)]
    return { canonical: `${given} ${family}`, kind: 'person', given, family }
  })
}
