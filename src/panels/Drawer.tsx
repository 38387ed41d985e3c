/** Drawer: what can be set, over the stage, behind a button; comes where the screen is small. */
import { type ReactNode, useEffect, useRef } from 'react'

export const Drawer = ({ children }: { readonly children: ReactNode }) => {
  const drawer = useRef<HTMLDivElement>(null)
  useEffect(() => keepTapsFrom(drawer.current!), [])
  return (
    <div ref={drawer} id="settings" className="covers drawer" popover="auto">
      {children}
    </div>
  )
}

/** The tap that closes what is open is not one on what lies beneath. */
const keepTapsFrom = (drawer: HTMLElement): (() => void) => {
  let isKept = false
  const onTap = (event: Event) => {
    const target = event.target as Element
    if (event.type === 'pointerdown')
      isKept = drawer.matches(':popover-open') && !target.closest('#settings, .settings-toggle')
    if (!isKept) return
    event.stopPropagation()
    if (event.type === 'click') event.preventDefault()
    isKept = event.type !== 'click' && event.type !== 'pointercancel'
  }
  const types = ['pointerdown', 'mousedown', 'touchstart', 'pointercancel', 'click']
  for (const type of types) document.addEventListener(type, onTap, { capture: true })
  return () => {
    for (const type of types) document.removeEventListener(type, onTap, { capture: true })
  }
}
