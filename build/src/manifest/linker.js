import { never } from "../model/never.js";
import { fail, ok } from "../model/result.js";
import { bounded } from "./bounded.js";
import { Claims } from "./claims.js";
import { readRange } from "./ip.js";
import { linkClass, linkMachine, linkPause } from "./link-machine.js";
import { readPath } from "./path.js";
import { linkPolicy } from "./policy.js";
import { SortedMachines } from "./sorted-machines.js";
/**
 * Links the files of one facility, and keeps what it needs to link again after a few of them changed: then the work is
 * proportional to the change. It holds files, not decisions: what it answers depends only on the files that it has.
 */
export class Linker {
    #facilityName;
    #files = new Map();
    #claims = new Claims();
    #machines = new SortedMachines();
    /** By path: what is wrong with the references of a machine. */
    #unlinked = new Map();
    #byClass = new Map();
    #classes = new Map();
    #images = new Set();
    #fleet = null;
    #facility = null;
    #bmcRanges = null;
    /** Paths of machines that must be linked again. */
    #stale = new Set();
    constructor(facility) {
        this.#facilityName = facility;
    }
    /** Puts files in, replaces them or (null) takes them out, by path. Files of other facilities are left aside. */
    change(files) {
        for (const [path, file] of files) {
            const where = readPath(path);
            if (where === null || ('facility' in where && where.facility !== this.#facilityName))
                continue;
            const before = this.#files.get(path);
            if (before !== undefined)
                this.#takeOut(before);
            if (file === null)
                this.#files.delete(path);
            else
                this.#files.set(path, file);
            if (file !== null)
                this.#putIn(file);
        }
    }
    /** Does at most `count` machines' part of `link`, so that the caller can yield in between; true while some are left. */
    prepare(count) {
        let left = count;
        for (const path of this.#stale) {
            if (left-- <= 0)
                return true;
            this.#stale.delete(path);
            this.#linkMachine(path);
        }
        return false;
    }
    /** The fleet as the files say it, or everything that is wrong between them. */
    link() {
        this.prepare(Number.POSITIVE_INFINITY);
        const problems = [...this.#missing(), ...this.#sortedUnlinked(), ...this.#claims.problems()];
        if (problems.length > 0 || this.#fleet === null || this.#facility === null)
            return fail(bounded(problems));
        const { ranges, paused } = this.#facility.spec;
        return ok({
            facility: this.#facilityName,
            policy: linkPolicy(this.#fleet, this.#facility),
            ranges: { bmc: ranges.bmc },
            ...(paused === undefined ? {} : { paused: linkPause(paused) }),
            machines: this.#machines.all(),
        });
    }
    #putIn(file) {
        const { manifest, path } = file;
        switch (manifest.kind) {
            case 'Fleet':
                this.#fleet = manifest;
                return;
            case 'Facility':
                this.#setFacility(manifest);
                return;
            case 'MachineClass':
                this.#classes.set(manifest.metadata.name, linkClass(manifest, file.digest));
                this.#staleOf(manifest.metadata.name);
                return;
            case 'Image':
                this.#images.add(manifest.metadata.name);
                this.#staleInstalls();
                return;
            case 'Machine':
                this.#claims.add(file);
                this.#classMembers(manifest).add(path);
                this.#stale.add(path);
                return;
            default:
                never(manifest);
        }
    }
    #takeOut(file) {
        const { manifest, path } = file;
        switch (manifest.kind) {
            case 'Fleet':
                this.#fleet = null;
                return;
            case 'Facility':
                this.#setFacility(null);
                return;
            case 'MachineClass':
                this.#classes.delete(manifest.metadata.name);
                this.#staleOf(manifest.metadata.name);
                return;
            case 'Image':
                this.#images.delete(manifest.metadata.name);
                this.#staleInstalls();
                return;
            case 'Machine':
                this.#claims.remove(file);
                this.#classMembers(manifest).delete(path);
                this.#machines.remove(path);
                this.#unlinked.delete(path);
                this.#stale.delete(path);
                return;
            default:
                never(manifest);
        }
    }
    #setFacility(manifest) {
        this.#facility = manifest;
        this.#bmcRanges = manifest?.spec.ranges.bmc.flatMap((text) => readRange(text) ?? []) ?? null;
        this.#staleAll();
    }
    #staleAll() {
        for (const { path, manifest } of this.#files.values())
            if (manifest.kind === 'Machine')
                this.#stale.add(path);
    }
    #staleOf(className) {
        for (const path of this.#byClass.get(className) ?? [])
            this.#stale.add(path);
    }
    #staleInstalls() {
        for (const { path, manifest } of this.#files.values()) {
            if (manifest.kind === 'Machine' && manifest.spec.install !== undefined)
                this.#stale.add(path);
        }
    }
    #classMembers({ spec }) {
        const members = this.#byClass.get(spec.class) ?? new Set();
        this.#byClass.set(spec.class, members);
        return members;
    }
    #linkMachine(path) {
        const file = this.#files.get(path);
        const where = readPath(path);
        if (file?.manifest.kind !== 'Machine' || where?.kind !== 'Machine')
            return;
        const around = { classes: this.#classes, images: this.#images, bmcRanges: this.#bmcRanges };
        const linked = linkMachine(file, file.manifest, where.rack, around);
        if (linked.ok) {
            this.#machines.put(linked.value);
            this.#unlinked.delete(path);
        }
        else {
            this.#machines.remove(path);
            this.#unlinked.set(path, linked.error);
        }
    }
    /** Without these two nobody has said how boldly to act, and where. */
    #missing() {
        const absent = (file, remedy) => ({
            code: 'tree-empty',
            file,
            message: 'this file is missing',
            remedy,
        });
        return [
            ...(this.#fleet === null ? [absent('fleet.yaml', 'add it; a Fleet with an empty spec will do')] : []),
            ...(this.#facility === null
                ? [absent(`facilities/${this.#facilityName}/facility.yaml`, 'add it; it says at least ranges.bmc')]
                : []),
        ];
    }
    #sortedUnlinked() {
        return [...this.#unlinked.keys()].sort().flatMap((path) => this.#unlinked.get(path) ?? []);
    }
}
//# sourceMappingURL=linker.js.map