/** Icons: simple shapes in the colour of the text, hidden from screen readers. */

const paths = {
  toStart: 'M6 5h2v14H6zM20 5v14L9 12z',
  stepBack: 'M16 5v14L6 12z',
  play: 'M8 4.5v15L20 12z',
  pause: 'M7 5h4v14H7zM13 5h4v14h-4z',
  stepForward: 'M8 5v14l10-7z',
  toEnd: 'M16 5h2v14h-2zM4 5v14l11-7z',
  undo: 'M9 5 4 9.5 9 14v-3h5a3.5 3.5 0 0 1 0 7H9v2h5a5.5 5.5 0 0 0 0-11H9z',
  redo: 'm15 5 5 4.5-5 4.5v-3h-5a3.5 3.5 0 0 0 0 7h5v2h-5a5.5 5.5 0 0 1 0-11h5z',
  dice: 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zm1 2v12h12V6zm2.5 1.5a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm7 6.2a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zM12 10.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z',
  fold: 'M5 5h2v14H5zM17 5h2v14h-2zM12 12 8 8.5v7zM12 12l4-3.5v7z',
  narrower:
    'm6 7 5 5-5 5-1.4-1.4L7.2 13H2v-2h5.2L4.6 8.4zm12 0 1.4 1.4-2.6 2.6H22v2h-5.2l2.6 2.6L18 17l-5-5z',
  wider:
    'm7 7 1.4 1.4L5.8 11H11v2H5.8l2.6 2.6L7 17l-5-5zm10 0 5 5-5 5-1.4-1.4 2.6-2.6H13v-2h5.2l-2.6-2.6z',
  close:
    'M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  back: 'M15.4 4.6 8 12l7.4 7.4 1.4-1.4-6-6 6-6z',
  up: 'M4.6 15.4 6 16.8l6-6 6 6 1.4-1.4L12 8z',
  down: 'M4.6 8.6 6 7.2l6 6 6-6 1.4 1.4L12 16z',
} as const

export type IconName = keyof typeof paths

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d={paths[name]} fill="currentColor" fillRule="evenodd" />
  </svg>
)
