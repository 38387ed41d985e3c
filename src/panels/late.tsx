/** Late: in place of a part that is being loaded; assistive technology is told that more comes. */
export const late = <span aria-busy="true" />
