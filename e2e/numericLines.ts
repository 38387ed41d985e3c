/** NumericLines: works out the lines of numbers in the inspector from the digits that are on the screen. */
import { type App, expect } from './app'

/** A sign, or rows of numbers. */
type Token = string | readonly (readonly number[])[]

interface Line {
  readonly tokens: readonly Token[]
  readonly result: readonly (readonly number[])[]
}

/** Every step of the run, with the numbers shown; gives back how many lines were worked out. */
export const checkSteps = async (app: App): Promise<number> => {
  await app.page.locator('body').press('Home')
  const { all } = await app.position()
  let checked = 0
  for (let step = 0; step < all; step++) {
    const { finished, lines, total } = await readStep(app)
    expect(finished).toBe(step + 1)
    for (const { tokens, result } of lines) {
      expectNear(work(tokens), result, `step ${step + 1}: ${JSON.stringify(tokens)}`)
      checked++
    }
    if (total)
      expectNear(
        lines.map(({ result }) => result).reduce((a, b) => entrywise(a, b, (x, y) => x + y)),
        total,
        `step ${step + 1}: the sum`,
      )
  }
  return checked
}

/** Digits that are left out, through the slopes and sums that occur here. */
const rounding = 0.03

const expectNear = (actual: Matrix, expected: Matrix, message: string) => {
  expect(actual.flat().length, message).toBe(expected.flat().length)
  actual.flat().forEach((value, i) => {
    const shown = expected.flat()[i]!
    const most = rounding * Math.max(1, Math.abs(shown))
    expect(Math.abs(value - shown), `${message}: ${value} for ${shown}`).toBeLessThanOrEqual(most)
  })
}

/** One step on, and what the inspector then shows; all in the page, so that a run takes no longer than it must. */
const readStep = ({ inspector }: App) =>
  inspector.evaluate(async (element) => {
    const settle = () => new Promise((resolve) => setTimeout(resolve))
    const key = { key: 'PageDown', bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', key))
    await settle()
    const toggle = element.querySelector<HTMLElement>('.beside > .small[aria-pressed=false]')
    toggle?.click()
    await settle()
    const slider = document.querySelector('[role=slider]')
    const read = (text: string) =>
      Number(text.replaceAll('−', '-').replace('≈0', '0').replace('∞', 'Infinity'))
    const gridOf = (grid: Element) => {
      const columns = getComputedStyle(grid).gridTemplateColumns.split(' ').length
      const cells = [...grid.children].map((cell) => read(cell.textContent ?? ''))
      return Array.from({ length: cells.length / columns }, (_, i) =>
        cells.slice(i * columns, (i + 1) * columns),
      )
    }
    const tokensOf = (numeric: Element): (string | number[][])[] =>
      [...numeric.children].map((child) => {
        if (child.matches('.sign, .constant')) return child.textContent ?? ''
        return gridOf(child.matches('.grid') ? child : child.querySelector('.grid')!)
      })
    const equation = element.querySelector('.equation.full')
    // A large matrix is a picture: nothing to work out.
    const isDrawn = equation?.querySelector('.terms canvas')
    const rows = isDrawn ? [] : [...(equation?.querySelectorAll('.rows .row:not(.total)') ?? [])]
    const one = isDrawn ? null : equation?.querySelector('.plugged.one')
    return {
      finished: Number(slider?.getAttribute('aria-valuenow')),
      lines: [
        ...rows.map((row) => ({
          tokens: tokensOf(row.querySelector('.numeric')!),
          result: gridOf(row.querySelector('.result .grid')!),
        })),
        ...(one
          ? [
              {
                tokens: tokensOf(one.querySelector('.numeric')!),
                result: gridOf(one.querySelector('.grid')!),
              },
            ]
          : []),
      ],
      total: rows.length > 0 ? gridOf(equation!.querySelector('.total .grid')!) : null,
    }
  }) as Promise<{ finished: number; lines: readonly Line[]; total: Matrix | null }>

type Matrix = readonly (readonly number[])[]

const entrywise = (a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix => {
  if (a.flat().length === 1) return b.map((row) => row.map((y) => f(a[0]![0]!, y)))
  if (b.flat().length === 1) return a.map((row) => row.map((x) => f(x, b[0]![0]!)))
  return a.map((row, i) => row.map((x, j) => f(x, b[i]![j]!)))
}
const each = (a: Matrix, f: (x: number) => number): Matrix => a.map((row) => row.map(f))
const multiply = (a: Matrix, b: Matrix): Matrix => {
  if (a.flat().length === 1 || b.flat().length === 1) return entrywise(a, b, (x, y) => x * y)
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)))
}
const softmax = (a: Matrix): Matrix => {
  const total = a.flat().reduce((sum, x) => sum + Math.exp(x), 0)
  return each(a, (x) => Math.exp(x) / total)
}
const diagonal = (a: Matrix): Matrix => a.map((row, i) => a.map((_, j) => (i === j ? row[0]! : 0)))

/** What a reader does who knows precedence, and what the names of functions mean. */
const work = (tokens: readonly Token[]): Matrix => {
  let at = 0
  const peek = () => tokens[at]
  const take = (sign: string) => {
    expect(tokens[at]).toBe(sign)
    at++
  }
  const sum = (): Matrix => {
    let left = product()
    while (peek() === '+' || peek() === '−') {
      const isPlus = tokens[at++] === '+'
      left = entrywise(left, product(), (x, y) => (isPlus ? x + y : x - y))
    }
    return left
  }
  const isEnd = () => {
    const token = peek()
    return (
      token === undefined ||
      token === '+' ||
      token === '−' ||
      token === ')' ||
      token === '))' ||
      token === '> 0]'
    )
  }
  const product = (): Matrix => {
    let left = power()
    while (!isEnd()) {
      const isEntrywise = peek() === '⊙'
      if (isEntrywise || peek() === '·') at++
      const right = power()
      left = isEntrywise ? entrywise(left, right, (x, y) => x * y) : multiply(left, right)
    }
    return left
  }
  const power = (): Matrix => {
    const base = single()
    if (peek() !== '2') return base
    at++
    return each(base, (x) => x * x)
  }
  const enclosed = (end: string, f: (a: Matrix) => Matrix): Matrix => {
    const inner = sum()
    take(end)
    return f(inner)
  }
  const single = (): Matrix => {
    const token = tokens[at++]!
    if (typeof token !== 'string') return token
    switch (token) {
      case '(':
        return enclosed(')', (a) => a)
      case 'diag(':
        return enclosed(')', diagonal)
      case 'max(0,':
        return enclosed(')', (a) => each(a, (x) => Math.max(0, x)))
      case 'Σ log(1 + exp(':
        return enclosed('))', (a) => [
          [a.flat().reduce((total, x) => total + Math.log(1 + Math.exp(x)), 0)],
        ])
      case '[':
        return enclosed('> 0]', (a) => each(a, (x) => (x > 0 ? 1 : 0)))
      case 'tanh':
        return each(single(), Math.tanh)
      case 'σ':
        return each(single(), (x) => 1 / (1 + Math.exp(-x)))
      case 'softmax':
        return softmax(single())
      case 'log Σ exp': {
        const total = single()
          .flat()
          .reduce((all, x) => all + Math.exp(x), 0)
        return [[Math.log(total)]]
      }
      default:
        return [[Number(token.replaceAll('−', '-'))]]
    }
  }
  const value = sum()
  expect(at, JSON.stringify(tokens)).toBe(tokens.length)
  return value
}
