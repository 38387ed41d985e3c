/** FocusTimeline: for whoever pressed what goes away thereby: the focus is not lost with it. */
export const focusTimeline = (): void => {
  // Where a view has no timeline, the view's name.
  for (const selector of ['[role=slider]', 'input[name=scene]:checked']) {
    const element = document.querySelector<HTMLElement>(selector)
    if (element) return element.focus({ preventScroll: true })
  }
}
