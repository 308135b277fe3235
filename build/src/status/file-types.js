export {};
//# sourceMappingURL=file-types.js.map