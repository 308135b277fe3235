export {};
//# sourceMappingURL=wake.js.map