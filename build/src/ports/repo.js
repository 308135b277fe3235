export {};
//# sourceMappingURL=repo.js.map