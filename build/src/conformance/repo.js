import { fetchCases } from "./repo/fetch-cases.js";
import { pushCases } from "./repo/push-cases.js";
import { raceCases } from "./repo/race-cases.js";
import { readCases } from "./repo/read-cases.js";
import { writeCases } from "./repo/write-cases.js";
/** The promises of the `Repo` port. `make` gives an empty remote each time. */
export function repoCases(make) {
    const cases = [...fetchCases, ...readCases, ...writeCases, ...pushCases, ...raceCases];
    return cases.map(([name, check]) => ({
        name,
        run: async () => {
            const bench = await make();
            try {
                await check(bench);
            }
            finally {
                await bench.close();
            }
        },
    }));
}
//# sourceMappingURL=repo.js.map