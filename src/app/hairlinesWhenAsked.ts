/** Hairlines when asked: they are loaded when something is first pointed at, focused or selected. */
import type { Hairlines } from '../stage/createHairlines'
import { whenAsked } from './whenAsked'

export const hairlinesWhenAsked = (
  svg: SVGSVGElement,
  scroller: HTMLElement,
  selection: () => string | null,
): Hairlines => {
  let hairlines: Hairlines | null = null
  const { ask, destroy } = whenAsked(scroller, async () => {
    const { createHairlines } = await import('../stage/createHairlines')
    const own = createHairlines(svg, scroller.parentElement!)
    own.update(selection())
    hairlines = own
    return own.destroy
  })
  return {
    update: (key) => {
      if (key !== null) ask()
      hairlines?.update(key)
    },
    destroy,
  }
}
