/** loadInspector: the inspector in a chunk of its own, asked for at the start; its place on the page is kept until it is here. */

export const loadInspector = async () => ({
  default: (await import('../panels/Inspector')).Inspector,
})
