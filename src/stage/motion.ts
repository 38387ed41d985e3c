/** Motion: how the time of one motion is shared out; the one place for its easing. */

/** The share in which a value travels; in the rest it fills its node. */
const travelShare = 0.7

/** How far along its link a value has come, 0 … 1. */
export const travelled = (progress: number): number =>
  slowAtBothEnds(Math.min(1, progress / travelShare))

/** How full its node is, 0 … 1. */
export const filledBy = (progress: number): number =>
  slowAtTheEnd(Math.max(0, (progress - travelShare) / (1 - travelShare)))

const slowAtBothEnds = (share: number): number =>
  share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3

const slowAtTheEnd = (share: number): number => share * (2 - share)
