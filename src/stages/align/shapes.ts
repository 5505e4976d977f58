/** How many source and target lines an alignment may join. On equal terms the path takes the first. */
export const SHAPES: readonly (readonly [sources: number, targets: number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  ...[2, 3, 4, 5, 6].flatMap((many): [number, number][] => [
    [1, many],
    [many, 1],
  ]),
  [2, 2],
  [2, 3],
  [3, 2],
  [3, 3],
]

/** The same, shape by shape. */
export const SOURCES = Int8Array.from(SHAPES, ([sources]) => sources)
export const TARGETS = Int8Array.from(SHAPES, ([, targets]) => targets)

/** The most lines of one side in a shape. */
export const LONGEST = 6

const numbers = new Int8Array((LONGEST + 1) ** 2).fill(-1)
for (const [shape, [sources, targets]] of SHAPES.entries()) numbers[sources * (LONGEST + 1) + targets] = shape

/** Index into SHAPES of the shape with so many source and target lines; -1 when there is none. */
export function shapeOf(sources: number, targets: number): number {
  return numbers[sources * (LONGEST + 1) + targets]!
}

export const ONE_TO_ONE = shapeOf(1, 1)
