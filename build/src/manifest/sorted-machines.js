/** Machines in the order of their names. A list once given out never changes. */
export class SortedMachines {
    #byFile = new Map();
    #added = new Map();
    #removed = new Set();
    #sorted = [];
    put(machine) {
        this.remove(machine.file);
        this.#byFile.set(machine.file, machine);
        this.#added.set(machine.file, machine);
    }
    remove(file) {
        const machine = this.#byFile.get(file);
        if (machine === undefined)
            return;
        this.#byFile.delete(file);
        // One that was never in the list need not be taken out of it.
        if (!this.#added.delete(file))
            this.#removed.add(machine);
    }
    /** The old list merged with what changed: one walk, however many changes. */
    all() {
        if (this.#added.size === 0 && this.#removed.size === 0)
            return this.#sorted;
        const added = [...this.#added.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
        const merged = [];
        let next = 0;
        for (const machine of this.#sorted) {
            if (this.#removed.has(machine))
                continue;
            for (let other = added[next]; other !== undefined && other.name < machine.name; other = added[next]) {
                merged.push(other);
                next++;
            }
            merged.push(machine);
        }
        this.#sorted = [...merged, ...added.slice(next)];
        this.#added.clear();
        this.#removed.clear();
        return this.#sorted;
    }
}
//# sourceMappingURL=sorted-machines.js.map