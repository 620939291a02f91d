import { useI18n } from 'vue-i18n'
import type { Version } from '../../src-main/common/story/story'

/** What versions and styles are called in lists. */
export function useVersionWords() {
  const { t, d } = useI18n()

  const time = (at: number) => d(new Date(at), { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })
  const reasonOf = ({ reason }: Version) => t(`versions.reasons.${reason}`)
  const nameOf = (version: Version) => [version.name || reasonOf(version), time(version.createdAt)].join(' · ')

  /** The styles of a run, as `linesOf` writes them. */
  const styleWords = (styles: string | undefined) =>
    styles ? styles.split(' ').map(style => t(`review.names.${style.replace(/:.*/, '')}`)).join(t('review.and')) : t('versions.plain')

  return { time, reasonOf, nameOf, styleWords }
}
