/** Refit: parameters for other sizes or vocabularies; what still fits keeps its weight, the rest is drawn from the seed. */
import type { Cell, Dimension, Parameter } from './cells/cell'
import { drawNamed } from './random'
import { type Tensor, toTensor } from './tensor'

/** The name of the row of a dimension that has one. */
export const only: readonly string[] = ['']

/** A name for every row of every dimension: symbols, or numbers where there are none. */
export type Labels = Readonly<Record<Dimension, readonly string[]>>

export interface Fitted {
  readonly cell: Cell
  readonly labels: Labels
  readonly parameters: Readonly<Record<string, Tensor>>
}

/** Draws all parameters of a cell. A weight depends on the seed, its name and its labels, on nothing else but the limit √(3 / n_h), so that typing a word anew gives its weights back. */
export const initialise = (cell: Cell, labels: Labels, seed: number): Fitted =>
  refit(cell, null, labels, seed)

export const refit = (cell: Cell, before: Fitted | null, labels: Labels, seed: number): Fitted => ({
  cell,
  labels,
  parameters: Object.fromEntries(
    cell.parameters.map((parameter) => [parameter.name, fit(parameter, before, labels, seed)]),
  ),
})

/** Is every weight the one that the seed draws? */
export const isInitial = ({ cell, labels, parameters }: Fitted, seed: number): boolean =>
  cell.parameters.every((parameter) => {
    const data = parameters[parameter.name]?.data
    const { rows, columns, drawn } = drawing(parameter, labels, seed)
    return rows.every((row, i) =>
      columns.every((column, j) => data?.[i * columns.length + j] === drawn(row, column)),
    )
  })

const drawing = ({ name, dimensions }: Parameter, labels: Labels, seed: number) => {
  const limit = dimensions[1] ? Math.sqrt(3 / labels.hidden.length) : 0
  return {
    rows: labels[dimensions[0]!],
    columns: dimensions[1] ? labels[dimensions[1]] : [''],
    drawn: (row: string, column: string) =>
      limit > 0 ? limit * (2 * drawNamed(seed, JSON.stringify([name, row, column])) - 1) : 0,
  }
}

const fit = (parameter: Parameter, before: Fitted | null, labels: Labels, seed: number): Tensor => {
  const { dimensions } = parameter
  const { rows, columns, drawn } = drawing(parameter, labels, seed)
  const old = before && oldWeight(parameter, before, [rows.length, columns.length])
  const data = rows.flatMap((row, i) =>
    columns.map((column, j) => old?.(row, column, i, j) ?? drawn(row, column)),
  )
  return toTensor(
    dimensions.map((dimension) => labels[dimension].length),
    data,
  )
}

type OldWeight = (row: string, column: string, i: number, j: number) => number | undefined

/** By its labels; where they mean something else by now, by its place in a matrix of the same shape; else there is none. */
const oldWeight = (
  { name, dimensions }: Parameter,
  { cell, labels, parameters }: Fitted,
  [rows, columns]: readonly [number, number],
): OldWeight | null => {
  const before = cell.parameters.find((parameter) => parameter.name === name)
  if (!before) return null
  const { data, shape } = parameters[name]!
  if (before.dimensions.join() !== dimensions.join())
    return shape[0] === rows && (shape[1] ?? 1) === columns
      ? (_, __, i, j) => data[i * columns + j]
      : null
  const place = (dimension: Dimension | undefined) =>
    new Map((dimension ? labels[dimension] : ['']).map((label, i) => [label, i] as const))
  const [oldRows, oldColumns] = [place(dimensions[0]), place(dimensions[1])]
  return (row, column) => {
    const [i, j] = [oldRows.get(row), oldColumns.get(column)]
    return i === undefined || j === undefined ? undefined : data[i * oldColumns.size + j]
  }
}
