/** Measure: contenders take turns, round by round, so that a slow moment of the machine meets all of them. */

export type Pass = () => unknown

export interface Spread {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** How long each contender runs before it counts, how long a turn is at least, and how many turns it has. */
export interface Plan {
  readonly warmUpMs: number
  readonly turnMs: number
  readonly rounds: number
}

/** Milliseconds a pass, a number for each round, for each contender. */
export const interleave = <Name extends string | number>(
  passes: { readonly [N in Name]: Pass },
  { warmUpMs, turnMs, rounds }: Plan,
): Readonly<Record<Name, readonly number[]>> => {
  const contenders = (Object.entries(passes) as [Name, Pass][]).map(([name, pass]) => {
    const each = warmUp(pass, warmUpMs)
    return { name, pass, repeats: Math.max(1, Math.ceil(turnMs / each)), times: [] as number[] }
  })
  for (let round = 0; round < rounds; round++)
    for (const { pass, repeats, times } of contenders) times.push(timeOf(pass, repeats))
  return Object.fromEntries(contenders.map(({ name, times }) => [name, times])) as Record<
    Name,
    number[]
  >
}

/** Quartiles and median. */
export const spreadOf = (numbers: readonly number[]): Spread => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (part: number) => {
    const place = part * (sorted.length - 1)
    const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
    return below + (above - below) * (place % 1)
  }
  return { low: at(0.25), median: at(0.5), high: at(0.75) }
}

/** How many times as long `slow` took as `fast`, round by round. */
export const ratioOf = (slow: readonly number[], fast: readonly number[]): Spread =>
  spreadOf(slow.map((time, round) => time / fast[round]!))

export const printTable = (title: string, rows: readonly (readonly string[])[]): void => {
  const widths = rows[0]!.map((_, j) => Math.max(...rows.map((row) => row[j]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, j) => (j === 0 ? cell.padEnd(widths[j]!) : cell.padStart(widths[j]!)))
      .join('   ')
  console.log(`\n${title}`)
  for (const row of rows) console.log(`  ${line(row)}`)
}

/** Three significant digits. */
export const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toPrecision(3)

export const shortRange = ({ low, high }: Spread): string => `${short(low)} – ${short(high)}`

/** What passes return is kept here, so that no compiler finds out that nobody reads it. */
let kept: unknown

/** Runs a pass until it is compiled; how long one took in the second half. */
const warmUp = (pass: Pass, warmUpMs: number): number => {
  let repeats = 1
  for (;;) {
    const each = timeOf(pass, repeats)
    if (each * repeats >= warmUpMs / 2) return each
    repeats *= 2
  }
}

const timeOf = (pass: Pass, repeats: number): number => {
  const start = performance.now()
  for (let i = 0; i < repeats; i++) kept = pass()
  return (performance.now() - start) / repeats
}

/** The last thing that a pass returned. */
export const lastKept = (): unknown => kept
