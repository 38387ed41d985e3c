/** ViolationsOf: what axe finds wrong, one line each: the rule, the element, what to do. */
import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What a theme can make wrong; all else is the same in the other. */
export const rulesOfColour = ['color-contrast', 'link-in-text-block'] as const

interface Question {
  /** A selector; all of the page without one. */
  readonly within?: string
  /** All of axe's without a list. */
  readonly rules?: readonly string[]
}

export const violationsOf = async (
  page: Page,
  { within = ':root', rules }: Question = {},
): Promise<readonly string[]> => {
  // Half a megabyte of script, once for each time that the page is loaded.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    ([include, only]) =>
      (window as unknown as { readonly axe: typeof axe }).axe.run(
        // What a tap has brought up stands above all landmarks, and goes with the next.
        { include: [include], exclude: ['#hint'] },
        { resultTypes: ['violations'], ...(only && { runOnly: only }) },
      ),
    [within, rules && [...rules]] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
