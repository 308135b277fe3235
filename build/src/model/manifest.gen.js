export {};
//# sourceMappingURL=manifest.gen.js.map