/** Hairlines when asked: they are loaded when something is first pointed at, focused or selected. */
import type { Hairlines } from '../stage/createHairlines'

const asking = ['pointerover', 'focusin'] as const

export const hairlinesWhenAsked = (
  svg: SVGSVGElement,
  scroller: HTMLElement,
  selection: () => string | null,
): Hairlines => {
  let hairlines: Hairlines | null = null
  let isHere = true
  let isAsked = false
  const ask = () => {
    for (const type of asking) scroller.removeEventListener(type, ask)
    if (isAsked) return
    isAsked = true
    void import('../stage/createHairlines').then(({ createHairlines }) => {
      if (!isHere) return
      hairlines = createHairlines(svg, scroller.parentElement!)
      hairlines.update(selection())
    })
  }
  for (const type of asking) scroller.addEventListener(type, ask)
  return {
    update: (key) => {
      if (key !== null) ask()
      hairlines?.update(key)
    },
    destroy: () => {
      isHere = false
      for (const type of asking) scroller.removeEventListener(type, ask)
      hairlines?.destroy()
    },
  }
}
