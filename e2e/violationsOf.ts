/** ViolationsOf: what axe finds wrong, one line each: the rule, the element, what to do. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** `within`: a selector; all of the page without one. */
export const violationsOf = async (page: Page, within?: string): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page })
    // What a tap has brought up stands above all landmarks, and goes with the next.
    .exclude('#hint')
    // One page without frames needs no second page to sum up.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
