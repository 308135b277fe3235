// Generated from schemas/ by schemas/generate.mjs; do not edit.

export const facilityStatusSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/facility-status.schema.json",
  "title": "FacilityStatus",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "apiVersion": {
      "const": "nanometal/v1alpha1",
      "description": "Version of this shape."
    },
    "kind": {
      "const": "FacilityStatus",
      "description": "The kind."
    },
    "facility": {
      "type": "string",
      "description": "The facility."
    },
    "accepted": {
      "type": "string",
      "pattern": "^[0-9a-f]{40}$",
      "description": "The newest fleet commit that changed this facility's scope and is acted upon."
    },
    "rejected": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "commit": {
          "type": [
            "string",
            "null"
          ],
          "description": "The head that is not acted upon; null: there is none."
        },
        "reason": {
          "enum": [
            "Invalid",
            "Rewritten",
            "Missing",
            "Unreadable"
          ],
          "description": "Why."
        },
        "message": {
          "type": "string",
          "description": "For people."
        },
        "problems": {
          "type": "array",
          "description": "What is wrong with it.",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "code": {
                "type": "string",
                "description": "For programs."
              },
              "file": {
                "type": "string",
                "description": "Path in the fleet repo."
              },
              "line": {
                "type": "integer",
                "description": "From 1."
              },
              "column": {
                "type": "integer",
                "description": "From 1."
              },
              "pointer": {
                "type": "string",
                "description": "JSON Pointer."
              },
              "message": {
                "type": "string",
                "description": "What is wrong."
              },
              "value": {
                "type": "string",
                "description": "The offending value."
              },
              "remedy": {
                "type": "string",
                "description": "What to do."
              }
            },
            "required": [
              "code",
              "file",
              "message"
            ],
            "description": "One problem of a rejected commit."
          }
        }
      },
      "required": [
        "commit",
        "reason",
        "message",
        "problems"
      ],
      "description": "A newer head that is not acted upon."
    },
    "conditions": {
      "type": "array",
      "description": "The facility's conditions.",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "type": {
            "type": "string",
            "description": "What is said about."
          },
          "status": {
            "enum": [
              "True",
              "False",
              "Unknown"
            ],
            "description": "As in Kubernetes."
          },
          "reason": {
            "type": "string",
            "description": "One word, for programs."
          },
          "message": {
            "type": "string",
            "description": "For people."
          },
          "since": {
            "type": "string",
            "description": "When `status` last changed. ISO 8601, UTC."
          }
        },
        "required": [
          "type",
          "status",
          "reason",
          "message",
          "since"
        ],
        "description": "One condition, as in Kubernetes."
      }
    },
    "counts": {
      "type": "object",
      "description": "Machines by what is so of them.",
      "additionalProperties": {
        "type": "integer"
      }
    }
  },
  "required": [
    "apiVersion",
    "kind",
    "facility",
    "conditions",
    "counts"
  ],
  "description": "facility.json on the status branch: the facility at a glance."
} as const;

export const machineStatusSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/machine-status.schema.json",
  "title": "MachineStatus",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "apiVersion": {
      "const": "nanometal/v1alpha1",
      "description": "Version of this shape."
    },
    "kind": {
      "const": "MachineStatus",
      "description": "The kind."
    },
    "name": {
      "type": "string",
      "description": "The machine."
    },
    "rack": {
      "type": "string",
      "description": "Its rack."
    },
    "phase": {
      "type": "string",
      "description": "One derived word for people; nothing branches on it."
    },
    "overlays": {
      "type": "array",
      "description": "parked, quarantined, fault.",
      "items": {
        "type": "string"
      }
    },
    "conditions": {
      "type": "array",
      "description": "The machine's conditions.",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "type": {
            "type": "string",
            "description": "What is said about."
          },
          "status": {
            "enum": [
              "True",
              "False",
              "Unknown"
            ],
            "description": "As in Kubernetes."
          },
          "reason": {
            "type": "string",
            "description": "One word, for programs."
          },
          "message": {
            "type": "string",
            "description": "For people."
          },
          "since": {
            "type": "string",
            "description": "When `status` last changed. ISO 8601, UTC."
          }
        },
        "required": [
          "type",
          "status",
          "reason",
          "message",
          "since"
        ],
        "description": "One condition, as in Kubernetes."
      }
    },
    "specDigest": {
      "type": "string",
      "pattern": "^sha256:[0-9a-f]{64}$",
      "description": "Of manifest and class as accepted."
    },
    "providerId": {
      "type": "string",
      "description": "nanometal://<facility>/<uuid>."
    },
    "identity": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "uuid": {
          "type": "string",
          "description": "ComputerSystem.UUID, lower case."
        },
        "serial": {
          "type": "string",
          "description": "ComputerSystem.SerialNumber or the vendor's service tag."
        },
        "chassisSerial": {
          "type": "string",
          "description": "Chassis.SerialNumber."
        },
        "bmcMac": {
          "type": "string",
          "description": "MAC address of the BMC, lower case."
        }
      },
      "description": "How a machine tells who it is."
    },
    "managed": {
      "type": "boolean",
      "description": "False: a tombstone, kept so that what was spent stays spent."
    },
    "declared": {
      "type": "object",
      "description": "Declared values as last taken in, by field.",
      "additionalProperties": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "value": {
            "type": [
              "string",
              "number",
              "boolean",
              "null"
            ],
            "description": "A BIOS attribute's value."
          },
          "request": {
            "type": "string",
            "description": "The request that the declaration made; absent: it stood there before memory began."
          }
        },
        "required": [
          "value"
        ]
      }
    },
    "requests": {
      "type": "object",
      "description": "Every request ever spent on this machine, and those under way.",
      "additionalProperties": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "verb": {
            "enum": [
              "PowerOn",
              "PowerOff",
              "Reboot",
              "PowerCycle",
              "Identify",
              "SetBootOnce",
              "SetBios",
              "ResetBmc",
              "ClearTasks",
              "Inspect",
              "Install",
              "Erase",
              "RotateCredentials"
            ],
            "description": "What was asked for."
          },
          "spec": {
            "type": "string",
            "pattern": "^sha256:[0-9a-f]{64}$",
            "description": "Of what was asked: the same id for something else is refused."
          },
          "commit": {
            "type": "string",
            "pattern": "^[0-9a-f]{40}$",
            "description": "The fleet commit that brought it."
          },
          "state": {
            "enum": [
              "pending",
              "assumed",
              "done",
              "failed",
              "unknown",
              "expired",
              "superseded"
            ],
            "description": "Where it stands. `assumed`: it stood there before memory began."
          },
          "steps": {
            "type": "object",
            "description": "Verbs that came to an end.",
            "additionalProperties": {
              "enum": [
                "done",
                "failed",
                "unknown"
              ]
            }
          },
          "message": {
            "type": "string",
            "description": "Why it did not end well."
          },
          "lost": {
            "type": "object",
            "description": "How often a step was lost in a crash around sending.",
            "additionalProperties": {
              "type": "integer"
            }
          }
        },
        "required": [
          "verb",
          "spec",
          "commit",
          "state",
          "steps"
        ],
        "description": "One request, spent for ever once it acted."
      }
    },
    "operation": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "grant": {
          "type": "string",
          "pattern": "^sha256:[0-9a-f]{64}$",
          "description": "What one effect is allowed for."
        },
        "request": {
          "type": "string",
          "description": "The request that it serves."
        },
        "spec": {
          "type": "string",
          "pattern": "^sha256:[0-9a-f]{64}$",
          "description": "Of what was asked."
        },
        "commit": {
          "type": "string",
          "pattern": "^[0-9a-f]{40}$",
          "description": "The fleet commit that authorised it."
        },
        "args": {
          "description": "What the verb is told.",
          "oneOf": [
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "PowerOn",
                  "description": "The verb."
                }
              },
              "required": [
                "verb"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "PowerOff",
                  "description": "The verb."
                },
                "force": {
                  "type": "boolean",
                  "description": "True: the power is cut."
                }
              },
              "required": [
                "verb",
                "force"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "Reboot",
                  "description": "The verb."
                }
              },
              "required": [
                "verb"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "PowerCycle",
                  "description": "The verb."
                }
              },
              "required": [
                "verb"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "Identify",
                  "description": "The verb."
                },
                "indicator": {
                  "enum": [
                    "Lit",
                    "Off"
                  ],
                  "description": "The light."
                }
              },
              "required": [
                "verb",
                "indicator"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "SetBootOnce",
                  "description": "The verb."
                },
                "target": {
                  "type": "string",
                  "description": "The boot source."
                }
              },
              "required": [
                "verb",
                "target"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "SetBios",
                  "description": "The verb."
                },
                "attributes": {
                  "type": "object",
                  "description": "What is written.",
                  "additionalProperties": {
                    "type": [
                      "string",
                      "number",
                      "boolean",
                      "null"
                    ]
                  }
                }
              },
              "required": [
                "verb",
                "attributes"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "ResetBmc",
                  "description": "The verb."
                }
              },
              "required": [
                "verb"
              ]
            },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "verb": {
                  "const": "ClearTasks",
                  "description": "The verb."
                }
              },
              "required": [
                "verb"
              ]
            }
          ]
        },
        "expect": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "identity": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "uuid": {
                  "type": "string",
                  "description": "ComputerSystem.UUID, lower case."
                },
                "serial": {
                  "type": "string",
                  "description": "ComputerSystem.SerialNumber or the vendor's service tag."
                },
                "chassisSerial": {
                  "type": "string",
                  "description": "Chassis.SerialNumber."
                },
                "bmcMac": {
                  "type": "string",
                  "description": "MAC address of the BMC, lower case."
                }
              },
              "description": "How a machine tells who it is."
            },
            "power": {
              "enum": [
                "On",
                "Off",
                "PoweringOn",
                "PoweringOff",
                "Paused",
                "Unknown"
              ],
              "description": "Power state just before."
            },
            "lastReset": {
              "type": "string",
              "description": "ComputerSystem.LastResetTime before; a later one is the evidence of a reset."
            },
            "bmcLastReset": {
              "type": "string",
              "description": "Manager.LastResetTime before."
            }
          },
          "required": [
            "identity",
            "power"
          ],
          "description": "What must be so when the request leaves."
        },
        "patienceMs": {
          "type": "integer",
          "description": "How long evidence is waited for."
        }
      },
      "required": [
        "grant",
        "request",
        "spec",
        "commit",
        "args",
        "expect",
        "patienceMs"
      ],
      "description": "An intent without an outcome."
    },
    "observed": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "power": {
          "enum": [
            "On",
            "Off",
            "PoweringOn",
            "PoweringOff",
            "Paused",
            "Unknown"
          ],
          "description": "ComputerSystem.PowerState, once settled."
        },
        "boot": {
          "description": "The boot override, as the BMC has it.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "target": {
              "type": "string",
              "description": "Boot source override."
            },
            "enabled": {
              "type": "string",
              "description": "Disabled, Once or Continuous."
            },
            "mode": {
              "type": "string",
              "description": "UEFI or Legacy."
            }
          },
          "required": [
            "target",
            "enabled"
          ]
        },
        "bios": {
          "type": "object",
          "description": "The declared BIOS keys as observed.",
          "additionalProperties": {
            "type": [
              "string",
              "number",
              "boolean",
              "null"
            ],
            "description": "A BIOS attribute's value."
          }
        }
      },
      "required": [
        "power",
        "boot",
        "bios"
      ],
      "description": "What was seen; what nobody declared is left out."
    }
  },
  "required": [
    "apiVersion",
    "kind",
    "name",
    "rack",
    "phase",
    "overlays",
    "conditions",
    "identity",
    "managed",
    "declared",
    "requests"
  ],
  "description": "machines/<rack>/<name>.json on the status branch."
} as const;

export const machineInventorySchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/machine-inventory.schema.json",
  "title": "MachineInventory",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "apiVersion": {
      "const": "nanometal/v1alpha1",
      "description": "Version of this shape."
    },
    "kind": {
      "const": "MachineInventory",
      "description": "The kind."
    },
    "name": {
      "type": "string",
      "description": "The machine."
    },
    "rack": {
      "type": "string",
      "description": "Its rack."
    },
    "identity": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "uuid": {
          "type": "string",
          "description": "ComputerSystem.UUID, lower case."
        },
        "serial": {
          "type": "string",
          "description": "ComputerSystem.SerialNumber or the vendor's service tag."
        },
        "chassisSerial": {
          "type": "string",
          "description": "Chassis.SerialNumber."
        },
        "bmcMac": {
          "type": "string",
          "description": "MAC address of the BMC, lower case."
        }
      },
      "description": "How a machine tells who it is."
    },
    "capabilities": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "resetTypes": {
          "type": "array",
          "description": "ResetType values offered.",
          "items": {
            "type": "string"
          }
        },
        "bootTargets": {
          "type": "array",
          "description": "Boot sources offered.",
          "items": {
            "type": "string"
          }
        },
        "bios": {
          "enum": [
            "deferred",
            "immediate",
            "none"
          ],
          "description": "How BIOS attributes are written."
        },
        "indicator": {
          "type": "boolean",
          "description": "It has a light."
        },
        "bmcReset": {
          "type": "boolean",
          "description": "Its BMC can be reset."
        }
      },
      "required": [
        "resetTypes",
        "bootTargets",
        "bios",
        "indicator",
        "bmcReset"
      ],
      "description": "What its BMC offers."
    },
    "tellsResets": {
      "type": "boolean",
      "description": "Its BMC tells when it was last reset: the evidence of a reboot."
    },
    "hardware": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "manufacturer": {
          "type": "string",
          "description": "Manufacturer."
        },
        "model": {
          "type": "string",
          "description": "Model."
        },
        "sku": {
          "type": "string",
          "description": "SKU."
        },
        "biosVersion": {
          "type": "string",
          "description": "BIOS version."
        },
        "bmcVersion": {
          "type": "string",
          "description": "BMC firmware version."
        },
        "processors": {
          "type": "array",
          "description": "Processors.",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "Redfish id."
              },
              "model": {
                "type": "string",
                "description": "Model."
              },
              "cores": {
                "type": "number",
                "description": "Cores."
              },
              "threads": {
                "type": "number",
                "description": "Threads."
              }
            },
            "required": [
              "id"
            ]
          }
        },
        "memory": {
          "type": "array",
          "description": "Memory modules.",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "Redfish id."
              },
              "mib": {
                "type": "number",
                "description": "Size in MiB."
              },
              "serial": {
                "type": "string",
                "description": "Serial."
              },
              "partNumber": {
                "type": "string",
                "description": "Part number."
              }
            },
            "required": [
              "id"
            ]
          }
        },
        "drives": {
          "type": "array",
          "description": "Drives.",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "Redfish id."
              },
              "model": {
                "type": "string",
                "description": "Model."
              },
              "serial": {
                "type": "string",
                "description": "Serial."
              },
              "bytes": {
                "type": "number",
                "description": "Capacity in bytes."
              },
              "media": {
                "type": "string",
                "description": "HDD, SSD …"
              },
              "protocol": {
                "type": "string",
                "description": "SATA, NVMe …"
              },
              "names": {
                "type": "array",
                "description": "wwn, eui, nguid.",
                "items": {
                  "type": "string"
                }
              }
            },
            "required": [
              "id"
            ]
          }
        },
        "nics": {
          "type": "array",
          "description": "Network interfaces.",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "Redfish id."
              },
              "mac": {
                "type": "string",
                "description": "MAC address."
              },
              "mbps": {
                "type": "number",
                "description": "Link speed."
              }
            },
            "required": [
              "id"
            ]
          }
        },
        "firmware": {
          "type": "array",
          "description": "Firmware versions.",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "Redfish id."
              },
              "version": {
                "type": "string",
                "description": "Version."
              }
            },
            "required": [
              "id",
              "version"
            ]
          }
        }
      },
      "required": [
        "processors",
        "memory",
        "drives",
        "nics",
        "firmware"
      ],
      "description": "Slow facts."
    }
  },
  "required": [
    "apiVersion",
    "kind",
    "name",
    "rack",
    "identity",
    "capabilities",
    "tellsResets"
  ],
  "description": "inventory/<rack>/<name>.json on the status branch: slow facts only."
} as const;

export const planSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/plan.schema.json",
  "title": "Plan",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "apiVersion": {
      "const": "nanometal/v1alpha1",
      "description": "Version of this shape."
    },
    "kind": {
      "const": "Plan",
      "description": "The kind."
    },
    "commit": {
      "type": "string",
      "pattern": "^[0-9a-f]{40}$",
      "description": "The fleet commit that it carries out."
    },
    "intents": {
      "type": "array",
      "description": "What is under way.",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "machine": {
            "type": "string",
            "description": "The machine."
          },
          "rack": {
            "type": "string",
            "description": "Its rack."
          },
          "intent": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "grant": {
                "type": "string",
                "pattern": "^sha256:[0-9a-f]{64}$",
                "description": "What one effect is allowed for."
              },
              "request": {
                "type": "string",
                "description": "The request that it serves."
              },
              "spec": {
                "type": "string",
                "pattern": "^sha256:[0-9a-f]{64}$",
                "description": "Of what was asked."
              },
              "commit": {
                "type": "string",
                "pattern": "^[0-9a-f]{40}$",
                "description": "The fleet commit that authorised it."
              },
              "args": {
                "description": "What the verb is told.",
                "oneOf": [
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "PowerOn",
                        "description": "The verb."
                      }
                    },
                    "required": [
                      "verb"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "PowerOff",
                        "description": "The verb."
                      },
                      "force": {
                        "type": "boolean",
                        "description": "True: the power is cut."
                      }
                    },
                    "required": [
                      "verb",
                      "force"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "Reboot",
                        "description": "The verb."
                      }
                    },
                    "required": [
                      "verb"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "PowerCycle",
                        "description": "The verb."
                      }
                    },
                    "required": [
                      "verb"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "Identify",
                        "description": "The verb."
                      },
                      "indicator": {
                        "enum": [
                          "Lit",
                          "Off"
                        ],
                        "description": "The light."
                      }
                    },
                    "required": [
                      "verb",
                      "indicator"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "SetBootOnce",
                        "description": "The verb."
                      },
                      "target": {
                        "type": "string",
                        "description": "The boot source."
                      }
                    },
                    "required": [
                      "verb",
                      "target"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "SetBios",
                        "description": "The verb."
                      },
                      "attributes": {
                        "type": "object",
                        "description": "What is written.",
                        "additionalProperties": {
                          "type": [
                            "string",
                            "number",
                            "boolean",
                            "null"
                          ]
                        }
                      }
                    },
                    "required": [
                      "verb",
                      "attributes"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "ResetBmc",
                        "description": "The verb."
                      }
                    },
                    "required": [
                      "verb"
                    ]
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "verb": {
                        "const": "ClearTasks",
                        "description": "The verb."
                      }
                    },
                    "required": [
                      "verb"
                    ]
                  }
                ]
              },
              "expect": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "identity": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "uuid": {
                        "type": "string",
                        "description": "ComputerSystem.UUID, lower case."
                      },
                      "serial": {
                        "type": "string",
                        "description": "ComputerSystem.SerialNumber or the vendor's service tag."
                      },
                      "chassisSerial": {
                        "type": "string",
                        "description": "Chassis.SerialNumber."
                      },
                      "bmcMac": {
                        "type": "string",
                        "description": "MAC address of the BMC, lower case."
                      }
                    },
                    "description": "How a machine tells who it is."
                  },
                  "power": {
                    "enum": [
                      "On",
                      "Off",
                      "PoweringOn",
                      "PoweringOff",
                      "Paused",
                      "Unknown"
                    ],
                    "description": "Power state just before."
                  },
                  "lastReset": {
                    "type": "string",
                    "description": "ComputerSystem.LastResetTime before; a later one is the evidence of a reset."
                  },
                  "bmcLastReset": {
                    "type": "string",
                    "description": "Manager.LastResetTime before."
                  }
                },
                "required": [
                  "identity",
                  "power"
                ],
                "description": "What must be so when the request leaves."
              },
              "patienceMs": {
                "type": "integer",
                "description": "How long evidence is waited for."
              }
            },
            "required": [
              "grant",
              "request",
              "spec",
              "commit",
              "args",
              "expect",
              "patienceMs"
            ],
            "description": "An intent without an outcome."
          }
        },
        "required": [
          "machine",
          "rack",
          "intent"
        ]
      }
    },
    "holds": {
      "type": "array",
      "description": "What is asked for and not done.",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "machine": {
            "type": "string",
            "description": "The machine."
          },
          "rack": {
            "type": "string",
            "description": "Its rack."
          },
          "verb": {
            "enum": [
              "PowerOn",
              "PowerOff",
              "Reboot",
              "PowerCycle",
              "Identify",
              "SetBootOnce",
              "SetBios",
              "ResetBmc",
              "ClearTasks",
              "Inspect",
              "Install",
              "Erase",
              "RotateCredentials"
            ],
            "description": "What is not done."
          },
          "request": {
            "type": "string",
            "description": "The request that asks for it."
          },
          "reason": {
            "type": "string",
            "description": "From a closed list."
          },
          "message": {
            "type": "string",
            "description": "What is so, and the remedy."
          },
          "until": {
            "type": "string",
            "description": "When it ends by itself. ISO 8601, UTC."
          }
        },
        "required": [
          "machine",
          "rack",
          "verb",
          "request",
          "reason",
          "message"
        ],
        "description": "Something asked for and not done, with the reason."
      }
    }
  },
  "required": [
    "apiVersion",
    "kind",
    "intents",
    "holds"
  ],
  "description": "plan.json on the status branch: the plan being carried out."
} as const;
