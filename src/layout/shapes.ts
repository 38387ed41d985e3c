/** Shapes: what a layout is made of, in pixels. */
import type { GraphNode } from '../engine/unfold'

/** How wide the name of a parameter is, in pixels. */
export type NameWidth = (parameter: GraphNode) => number

export interface Point {
  readonly x: number
  readonly y: number
}

/** An SVG path, and what is needed to draw its arrow head: where it ends and from where it comes. */
export interface Route {
  readonly path: string
  readonly end: Point
  /** Unit vector of its last stretch. */
  readonly heading: Point
}

export interface Routes {
  readonly forward: Route
  /** The way back; it ends at the ⊕ where there is one. */
  readonly backward: Route | null
  readonly label: Point | null
  /** Where the way back would begin, and where it ends, if nothing comes back. */
  readonly ending: { readonly from: Point; readonly to: Point } | null
}

export interface Column {
  readonly t: number
  readonly x: number
  readonly width: number
  readonly center: number
}

/** The times that are folded away, and the stretch where they stand. */
export interface Fold {
  readonly from: number
  readonly to: number
  readonly x: number
  readonly width: number
}

/** Where one variable at one time is drawn. */
export interface Box {
  readonly node: number
  /** The node's key: the same place in another graph. */
  readonly key: string
  readonly kind: 'vector' | 'scalar' | 'symbol'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Cells of a vector: size, and the left edge of the first. */
  readonly cellWidth: number
  readonly cellHeight: number
  readonly cellX: number
  /** Tops of the row of values and of the row of gradients. */
  readonly valueY: number
  readonly gradientY: number | null
  /** Where its name stands. */
  readonly name: Point & { readonly anchor: 'start' | 'middle' | 'end' }
}

export interface Plus extends Point {
  readonly node: number
}
