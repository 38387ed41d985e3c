/**
 * Kernels: the loops that the operations run on slabs of float64. Every sum keeps its order, so each equals its
 * formula to the last bit. Places are written `base + j`: V8 checks an index that counts itself up for overflow.
 */

type Slab = Float64Array

/** out ← out + M v: M is rows × columns at `matrix`. Four rows at a time share each load of v. */
export const addProduct = (
  slab: Slab,
  matrix: number,
  vector: number,
  rows: number,
  columns: number,
  out: number,
): void => {
  let i = 0
  for (; i + 3 < rows; i += 4) {
    const p0 = matrix + i * columns
    const p1 = p0 + columns
    const p2 = p1 + columns
    const p3 = p2 + columns
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let j = 0
    for (; j + 1 < columns; j += 2) {
      const v = slab[vector + j]!
      const w = slab[vector + j + 1]!
      s0 = s0 + slab[p0 + j]! * v + slab[p0 + j + 1]! * w
      s1 = s1 + slab[p1 + j]! * v + slab[p1 + j + 1]! * w
      s2 = s2 + slab[p2 + j]! * v + slab[p2 + j + 1]! * w
      s3 = s3 + slab[p3 + j]! * v + slab[p3 + j + 1]! * w
    }
    if (j < columns) {
      const v = slab[vector + j]!
      s0 += slab[p0 + j]! * v
      s1 += slab[p1 + j]! * v
      s2 += slab[p2 + j]! * v
      s3 += slab[p3 + j]! * v
    }
    slab[out + i]! += s0
    slab[out + i + 1]! += s1
    slab[out + i + 2]! += s2
    slab[out + i + 3]! += s3
  }
  for (; i < rows; i++) {
    const p = matrix + i * columns
    let s = 0
    for (let j = 0; j < columns; j++) s += slab[p + j]! * slab[vector + j]!
    slab[out + i]! += s
  }
}

/** out ← Mᵀ g: M is rows × columns at `matrix`, g (of `rows`) in another slab. Runs along M's rows, eight at a time. */
export const multiplyTransposed = (
  slab: Slab,
  matrix: number,
  gradients: Slab,
  gradient: number,
  rows: number,
  columns: number,
  into: Slab,
  out: number,
): void => {
  for (let j = 0; j < columns; j++) into[out + j] = 0
  let i = 0
  for (; i + 7 < rows; i += 8) {
    const g0 = gradients[gradient + i]!
    const g1 = gradients[gradient + i + 1]!
    const g2 = gradients[gradient + i + 2]!
    const g3 = gradients[gradient + i + 3]!
    const g4 = gradients[gradient + i + 4]!
    const g5 = gradients[gradient + i + 5]!
    const g6 = gradients[gradient + i + 6]!
    const g7 = gradients[gradient + i + 7]!
    const p0 = matrix + i * columns
    const p1 = p0 + columns
    const p2 = p1 + columns
    const p3 = p2 + columns
    const p4 = p3 + columns
    const p5 = p4 + columns
    const p6 = p5 + columns
    const p7 = p6 + columns
    for (let j = 0; j < columns; j++) {
      const s = into[out + j]! + slab[p0 + j]! * g0 + slab[p1 + j]! * g1 + slab[p2 + j]! * g2
      const r = s + slab[p3 + j]! * g3 + slab[p4 + j]! * g4 + slab[p5 + j]! * g5
      into[out + j] = r + slab[p6 + j]! * g6 + slab[p7 + j]! * g7
    }
  }
  for (; i < rows; i++) {
    const g = gradients[gradient + i]!
    const p = matrix + i * columns
    for (let j = 0; j < columns; j++) into[out + j]! += slab[p + j]! * g
  }
}

/** As many steps of two vectors as stay in the fastest cache while all tiles of a matrix pass over them. */
const stretch = 96

/**
 * into ← into + Σ g(t) v(t)ᵀ over `count` steps, from the last to the first: g(t) has `rows` numbers every
 * `gradientStride`, v(t) has `columns` every `vectorStride`; both addresses name the last step.
 */
export const addOuterProducts = (
  gradients: Slab,
  gradient: number,
  gradientStride: number,
  slab: Slab,
  vector: number,
  vectorStride: number,
  count: number,
  rows: number,
  columns: number,
  into: Slab,
  out: number,
): void => {
  for (let done = 0; done < count; done += stretch) {
    const g = gradient - done * gradientStride
    const v = vector - done * vectorStride
    const steps = Math.min(stretch, count - done)
    const evenColumns = columns - (columns % 2)
    let i = 0
    for (; i + 3 < rows; i += 4) {
      for (let j = 0; j < evenColumns; j += 2) {
        const at = out + i * columns + j
        addTile(
          gradients,
          g + i,
          gradientStride,
          slab,
          v + j,
          vectorStride,
          steps,
          into,
          at,
          columns,
        )
      }
      for (let row = i; evenColumns < columns && row < i + 4; row++) {
        const at = out + row * columns + evenColumns
        addEntry(
          gradients,
          g + row,
          gradientStride,
          slab,
          v + evenColumns,
          vectorStride,
          steps,
          into,
          at,
        )
      }
    }
    for (; i < rows; i++)
      for (let j = 0; j < columns; j++)
        addEntry(
          gradients,
          g + i,
          gradientStride,
          slab,
          v + j,
          vectorStride,
          steps,
          into,
          out + i * columns + j,
        )
  }
}

/** 4 × 2 entries of a matrix with rows of `width`, kept in registers through the whole sum. */
const addTile = (
  gradients: Slab,
  gradient: number,
  gradientStride: number,
  slab: Slab,
  vector: number,
  vectorStride: number,
  count: number,
  into: Slab,
  out: number,
  width: number,
): void => {
  const o0 = out
  const o1 = o0 + width
  const o2 = o1 + width
  const o3 = o2 + width
  let a0 = into[o0]!
  let b0 = into[o0 + 1]!
  let a1 = into[o1]!
  let b1 = into[o1 + 1]!
  let a2 = into[o2]!
  let b2 = into[o2 + 1]!
  let a3 = into[o3]!
  let b3 = into[o3 + 1]!
  let g = gradient
  let v = vector
  for (let k = 0; k < count; k++) {
    const v0 = slab[v]!
    const v1 = slab[v + 1]!
    const g0 = gradients[g]!
    const g1 = gradients[g + 1]!
    const g2 = gradients[g + 2]!
    const g3 = gradients[g + 3]!
    a0 += g0 * v0
    b0 += g0 * v1
    a1 += g1 * v0
    b1 += g1 * v1
    a2 += g2 * v0
    b2 += g2 * v1
    a3 += g3 * v0
    b3 += g3 * v1
    g -= gradientStride
    v -= vectorStride
  }
  into[o0] = a0
  into[o0 + 1] = b0
  into[o1] = a1
  into[o1 + 1] = b1
  into[o2] = a2
  into[o2 + 1] = b2
  into[o3] = a3
  into[o3 + 1] = b3
}

const addEntry = (
  gradients: Slab,
  gradient: number,
  gradientStride: number,
  slab: Slab,
  vector: number,
  vectorStride: number,
  count: number,
  into: Slab,
  out: number,
): void => {
  let sum = into[out]!
  for (let k = 0; k < count; k++)
    sum += gradients[gradient - k * gradientStride]! * slab[vector - k * vectorStride]!
  into[out] = sum
}

/** The largest of `size` numbers. */
export const largest = (slab: Slab, at: number, size: number): number => {
  let top = -Infinity
  for (let i = 0; i < size; i++) top = Math.max(top, slab[at + i]!)
  return top
}

/** log Σ exp z, shifted by the largest entry so that nothing overflows. */
export const logSumExp = (slab: Slab, at: number, size: number): number => {
  const top = largest(slab, at, size)
  let total = 0
  for (let i = 0; i < size; i++) total += Math.exp(slab[at + i]! - top)
  return top + Math.log(total)
}

/** Where the largest of `size` numbers stands: the first place of several. */
export const placeOfLargest = (slab: Slab, at: number, size: number): number => {
  let best = 0
  for (let i = 1; i < size; i++) if (slab[at + i]! > slab[at + best]!) best = i
  return best
}

/** The class on whose stretch a number in [0, 1) falls, where each stretch is as long as its probability; the last that has one takes what rounding leaves. */
export const placeOfDraw = (slab: Slab, at: number, size: number, u: number): number => {
  let [index, reached] = [0, slab[at]!]
  while (index + 1 < size && !(u < reached)) reached += slab[at + ++index]!
  // What cannot happen is not drawn because the sum, rounded, ends below u.
  while (index > 0 && slab[at + index] === 0) index--
  return index
}
