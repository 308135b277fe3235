export {};
//# sourceMappingURL=law.js.map