import { ChevronRightIcon } from '../components/icons.ts'
import { Prose } from '../components/Prose.tsx'
import { useTexts } from '../language/language.tsx'
import styles from './WhereToFind.module.css'

/** Where the three values stand in e-Boekhouden.nl, as the manual says it. */
export function WhereToFind() {
  const { connect: texts } = useTexts()
  const pairs = [
    [texts.serviceUsername, texts.username],
    [texts.serviceCode1, texts.code1],
    [texts.serviceCode2, texts.code2],
  ]
  return (
    <section aria-labelledby="where-to-find">
      <h2 id="where-to-find">{texts.whereTitle}</h2>
      <ol className={styles.steps}>
        <li>
          <div>
            <p>
              <Prose>{texts.whereStep1}</Prose>
            </p>
            <ul className={styles.path}>
              {texts.wherePath.map((step, index) => (
                <li key={step}>
                  {step}
                  {index < texts.wherePath.length - 1 && <ChevronRightIcon aria-hidden />}
                </li>
              ))}
            </ul>
          </div>
        </li>
        <li>
          <p>
            {texts.whereStep2Before} <b>{texts.whereStep2Button}</b>
            {texts.whereStep2After}
          </p>
        </li>
        <li>
          <div>
            <p>{texts.whereStep3}</p>
            <table className={styles.pairs}>
              <thead>
                <tr>
                  <th scope="col">
                    <Prose>{texts.inService}</Prose>
                  </th>
                  <th scope="col">{texts.inStella}</th>
                </tr>
              </thead>
              <tbody>
                {pairs.map(([there, here]) => (
                  <tr key={there}>
                    <th scope="row">{there}</th>
                    <td>{here}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className={styles.note}>{texts.whereNote}</p>
          </div>
        </li>
      </ol>
    </section>
  )
}
