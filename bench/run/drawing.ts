/** What a run used until some moment. */
export interface Point {
  /** Done. */
  readonly articles: number
  /** In use. */
  readonly megabytes: number
  readonly cpuSeconds: number
}

const [WIDTH, HEIGHT, MARGIN] = [640, 320, 56]

/** Memory (left axis) and processor time (right axis) by articles done, as SVG. */
export function drawGrowth(points: readonly Point[]): string {
  const most = (of: (point: Point) => number) => Math.max(1, ...points.map(of))
  const articles = most((point) => point.articles)
  const [memory, time] = [most((point) => point.megabytes), most((point) => point.cpuSeconds)]
  const x = (value: number) => (MARGIN + (value / articles) * (WIDTH - 2 * MARGIN)).toFixed(1)
  const y = (share: number) => (HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)).toFixed(1)
  const line = (share: (point: Point) => number) => points.map((point) => `${x(point.articles)},${y(share(point))}`).join(' ')
  const text = (left: number, top: number, content: string, anchor: string, colour = '#444') =>
    `<text x="${left}" y="${top}" text-anchor="${anchor}" fill="${colour}">${content}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Memory and processor time by articles done</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<path d="M${MARGIN} ${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}V${MARGIN}" fill="none" stroke="#999"/>
<polyline points="${line((point) => point.megabytes / memory)}" fill="none" stroke="#b3261e" stroke-width="1.5"/>
<polyline points="${line((point) => point.cpuSeconds / time)}" fill="none" stroke="#1a56b0" stroke-width="1.5"/>
${text(MARGIN - 6, MARGIN + 4, `${Math.round(memory)}`, 'end', '#b3261e')}
${text(MARGIN, MARGIN - 12, 'memory, MB', 'start', '#b3261e')}
${text(WIDTH - MARGIN + 6, MARGIN + 4, `${Math.round(time)}`, 'start', '#1a56b0')}
${text(WIDTH - MARGIN, MARGIN - 12, 'processor time, s', 'end', '#1a56b0')}
${text(MARGIN, HEIGHT - MARGIN + 18, '0', 'middle')}
${text(WIDTH - MARGIN, HEIGHT - MARGIN + 18, articles.toLocaleString('en'), 'middle')}
${text(WIDTH / 2, HEIGHT - MARGIN + 18, 'articles done', 'middle')}
</svg>
`
}
