import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { longestFirst } from './expected-times.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The files of a project in the order of tests/times.json, where vitest itself knows none from an earlier run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    if (files.some((file) => this.ctx.cache.getTestSpecificationResult(file) !== undefined)) return usual
    const projects = [...new Set(usual.map(({ project }) => project.name))]
    return projects.flatMap((name) =>
      longestFirst(
        usual.filter(({ project }) => project.name === name),
        ({ moduleId }) => relative(root, moduleId).split(sep).join('/'),
      ),
    )
  }
}
