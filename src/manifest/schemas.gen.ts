// Generated from schemas/ by schemas/generate.mjs; do not edit.

export const fleetSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/fleet.schema.json",
  "title": "FleetManifest",
  "description": "`fleet.yaml`: what holds for the whole fleet.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "apiVersion",
    "kind",
    "metadata",
    "spec"
  ],
  "properties": {
    "apiVersion": {
      "description": "The version of this format.",
      "x-impact": "none",
      "const": "nanometal/v1alpha1"
    },
    "kind": {
      "description": "What kind of object the file holds; its path must agree.",
      "x-impact": "none",
      "const": "Fleet"
    },
    "metadata": {
      "description": "Who this object is.",
      "x-impact": "none",
      "$ref": "#/$defs/metadata"
    },
    "spec": {
      "type": "object",
      "description": "What holds for the whole fleet.",
      "x-impact": "none",
      "additionalProperties": false,
      "properties": {
        "policy": {
          "description": "Defaults for every facility.",
          "x-impact": "none",
          "$ref": "#/$defs/policy"
        }
      }
    }
  },
  "$defs": {
    "metadata": {
      "type": "object",
      "description": "Who this object is.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
          "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
        },
        "labels": {
          "description": "Words to select and sort by; nothing is done because of a label alone.",
          "x-impact": "none",
          "type": "object",
          "maxProperties": 64,
          "propertyNames": {
            "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$",
            "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores"
          },
          "additionalProperties": {
            "type": "string",
            "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
            "x-form": "up to 63 letters, digits, dots, hyphens and underscores"
          }
        }
      }
    },
    "policy": {
      "type": "object",
      "description": "How boldly nanometal may act. What a facility does not say, the fleet says; what neither says has the default named here.",
      "x-impact": "none",
      "additionalProperties": false,
      "properties": {
        "maxConcurrent": {
          "description": "Disruptions that may run in one facility at one time.",
          "x-impact": "none",
          "type": "integer",
          "minimum": 1,
          "maximum": 10000,
          "default": 1
        },
        "maxPerCommit": {
          "description": "A commit that newly authorises more disruptive actions than this in one facility is held whole.",
          "x-impact": "none",
          "type": "integer",
          "minimum": 1,
          "maximum": 100000,
          "default": 10
        },
        "drift": {
          "description": "What is done when hardware no longer is as it was declared and putting it right would disrupt: `hold` waits for a commit, `correct` puts it right by itself.",
          "x-impact": "none",
          "enum": [
            "hold",
            "correct"
          ],
          "type": "string",
          "default": "hold"
        },
        "powerOnPace": {
          "description": "Time between two power-ons in one rack, because of inrush current.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$",
          "default": "2s",
          "x-form": "a duration such as 500ms, 30s, 5m or 2h"
        },
        "gracefulShutdown": {
          "description": "How long an operating system may take to shut down before its power is cut.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$",
          "default": "5m",
          "x-form": "a duration such as 500ms, 30s, 5m or 2h"
        }
      }
    }
  }
} as const;

export const facilitySchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/facility.schema.json",
  "title": "FacilityManifest",
  "description": "`facilities/<f>/facility.yaml`: one facility and how it is to be treated.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "apiVersion",
    "kind",
    "metadata",
    "spec"
  ],
  "properties": {
    "apiVersion": {
      "description": "The version of this format.",
      "x-impact": "none",
      "const": "nanometal/v1alpha1"
    },
    "kind": {
      "description": "What kind of object the file holds; its path must agree.",
      "x-impact": "none",
      "const": "Facility"
    },
    "metadata": {
      "description": "Who this object is.",
      "x-impact": "none",
      "$ref": "#/$defs/metadata"
    },
    "spec": {
      "type": "object",
      "description": "One facility.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "ranges"
      ],
      "properties": {
        "ranges": {
          "type": "object",
          "description": "Address ranges (CIDR). A peer outside the ranges of its sort is never connected to.",
          "x-impact": "none",
          "additionalProperties": false,
          "required": [
            "bmc"
          ],
          "properties": {
            "bmc": {
              "description": "Where the BMCs are.",
              "x-impact": "none",
              "type": "array",
              "minItems": 1,
              "maxItems": 256,
              "items": {
                "type": "string",
                "format": "cidr",
                "x-form": "an address range such as 10.1.0.0/16 or fd00:1::/48"
              }
            },
            "provisioning": {
              "description": "Where machines are while they are installed.",
              "x-impact": "none",
              "type": "array",
              "minItems": 1,
              "maxItems": 256,
              "items": {
                "type": "string",
                "format": "cidr",
                "x-form": "an address range such as 10.1.0.0/16 or fd00:1::/48"
              }
            },
            "images": {
              "description": "Where images are fetched from.",
              "x-impact": "none",
              "type": "array",
              "minItems": 1,
              "maxItems": 256,
              "items": {
                "type": "string",
                "format": "cidr",
                "x-form": "an address range such as 10.1.0.0/16 or fd00:1::/48"
              }
            }
          }
        },
        "policy": {
          "description": "What this facility treats otherwise than the fleet.",
          "x-impact": "none",
          "$ref": "#/$defs/policy"
        },
        "windows": {
          "description": "Disruptive actions start only inside one of these; what has begun may end outside. Absent: always.",
          "x-impact": "none",
          "type": "array",
          "maxItems": 32,
          "items": {
            "$ref": "#/$defs/window"
          }
        },
        "paused": {
          "description": "The whole facility is looked at and not acted upon. Heeded even when the commit that brings it is rejected for something else.",
          "x-impact": "none",
          "$ref": "#/$defs/pause"
        }
      }
    }
  },
  "$defs": {
    "metadata": {
      "type": "object",
      "description": "Who this object is.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
          "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
        },
        "labels": {
          "description": "Words to select and sort by; nothing is done because of a label alone.",
          "x-impact": "none",
          "type": "object",
          "maxProperties": 64,
          "propertyNames": {
            "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$",
            "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores"
          },
          "additionalProperties": {
            "type": "string",
            "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
            "x-form": "up to 63 letters, digits, dots, hyphens and underscores"
          }
        }
      }
    },
    "policy": {
      "type": "object",
      "description": "How boldly nanometal may act. What a facility does not say, the fleet says; what neither says has the default named here.",
      "x-impact": "none",
      "additionalProperties": false,
      "properties": {
        "maxConcurrent": {
          "description": "Disruptions that may run in one facility at one time.",
          "x-impact": "none",
          "type": "integer",
          "minimum": 1,
          "maximum": 10000,
          "default": 1
        },
        "maxPerCommit": {
          "description": "A commit that newly authorises more disruptive actions than this in one facility is held whole.",
          "x-impact": "none",
          "type": "integer",
          "minimum": 1,
          "maximum": 100000,
          "default": 10
        },
        "drift": {
          "description": "What is done when hardware no longer is as it was declared and putting it right would disrupt: `hold` waits for a commit, `correct` puts it right by itself.",
          "x-impact": "none",
          "enum": [
            "hold",
            "correct"
          ],
          "type": "string",
          "default": "hold"
        },
        "powerOnPace": {
          "description": "Time between two power-ons in one rack, because of inrush current.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$",
          "default": "2s",
          "x-form": "a duration such as 500ms, 30s, 5m or 2h"
        },
        "gracefulShutdown": {
          "description": "How long an operating system may take to shut down before its power is cut.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^(?:0|[1-9][0-9]{0,8})(?:ms|s|m|h)$",
          "default": "5m",
          "x-form": "a duration such as 500ms, 30s, 5m or 2h"
        }
      }
    },
    "window": {
      "type": "object",
      "description": "A time in which disruptive actions may start.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "from",
        "to",
        "timezone"
      ],
      "properties": {
        "days": {
          "description": "The days on which the window begins. Absent: every day.",
          "x-impact": "none",
          "type": "array",
          "minItems": 1,
          "maxItems": 7,
          "items": {
            "type": "string",
            "enum": [
              "Mon",
              "Tue",
              "Wed",
              "Thu",
              "Fri",
              "Sat",
              "Sun"
            ]
          }
        },
        "from": {
          "description": "When it begins, as the clock on the wall of that time zone shows.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$",
          "x-form": "a time of day such as \"22:00\""
        },
        "to": {
          "description": "When it ends. Before `from`: on the next day. `24:00` is midnight.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
          "x-form": "a time of day such as \"06:00\""
        },
        "timezone": {
          "description": "IANA name of the time zone, such as Europe/Amsterdam or UTC.",
          "x-impact": "none",
          "type": "string",
          "format": "timezone",
          "x-form": "an IANA time zone such as Europe/Amsterdam or UTC"
        }
      }
    },
    "pause": {
      "type": "object",
      "description": "Why nothing is done, and until when.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "reason"
      ],
      "properties": {
        "reason": {
          "description": "For people: who asked for it and why, such as a change number.",
          "x-impact": "none",
          "type": "string",
          "minLength": 1,
          "maxLength": 256
        },
        "until": {
          "description": "When it ends by itself. Absent: when a commit takes it back.",
          "x-impact": "none",
          "type": "string",
          "format": "date-time",
          "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)"
        }
      }
    }
  }
} as const;

export const machineClassSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/machine-class.schema.json",
  "title": "MachineClassManifest",
  "description": "`classes/<name>.yaml`: what machines of one sort are and should be.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "apiVersion",
    "kind",
    "metadata",
    "spec"
  ],
  "properties": {
    "apiVersion": {
      "description": "The version of this format.",
      "x-impact": "none",
      "const": "nanometal/v1alpha1"
    },
    "kind": {
      "description": "What kind of object the file holds; its path must agree.",
      "x-impact": "none",
      "const": "MachineClass"
    },
    "metadata": {
      "description": "Who this object is.",
      "x-impact": "none",
      "$ref": "#/$defs/metadata"
    },
    "spec": {
      "type": "object",
      "description": "What machines of one sort are and should be.",
      "x-impact": "none",
      "additionalProperties": false,
      "properties": {
        "expects": {
          "type": "object",
          "description": "What the hardware is expected to be. Only what is named is checked; counts and sizes are minima, text must be equal.",
          "x-impact": "none",
          "additionalProperties": false,
          "properties": {
            "manufacturer": {
              "description": "As ComputerSystem.Manufacturer has it.",
              "x-impact": "none",
              "type": "string",
              "minLength": 1,
              "maxLength": 128
            },
            "model": {
              "description": "As ComputerSystem.Model has it.",
              "x-impact": "none",
              "type": "string",
              "minLength": 1,
              "maxLength": 128
            },
            "processors": {
              "type": "object",
              "description": "Processors.",
              "x-impact": "none",
              "additionalProperties": false,
              "properties": {
                "count": {
                  "description": "How many, at least.",
                  "x-impact": "none",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1024
                },
                "cores": {
                  "description": "Cores of each, at least.",
                  "x-impact": "none",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 65536
                },
                "model": {
                  "description": "Of each, as Processor.Model has it.",
                  "x-impact": "none",
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 128
                }
              }
            },
            "memoryGiB": {
              "description": "Memory in GiB, at least.",
              "x-impact": "none",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 1048576
            },
            "memoryModules": {
              "description": "How many memory modules, at least.",
              "x-impact": "none",
              "type": "integer",
              "minimum": 1,
              "maximum": 1024
            },
            "drives": {
              "description": "Each entry asks for so many drives that fit it.",
              "x-impact": "none",
              "type": "array",
              "maxItems": 64,
              "items": {
                "$ref": "#/$defs/expectedDrives"
              }
            },
            "nics": {
              "type": "object",
              "description": "Network interfaces.",
              "x-impact": "none",
              "additionalProperties": false,
              "properties": {
                "count": {
                  "description": "How many, at least.",
                  "x-impact": "none",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 1024
                },
                "minMbps": {
                  "description": "Of how many megabits per second each, at least; slower ones are not counted.",
                  "x-impact": "none",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 10000000
                }
              }
            },
            "firmware": {
              "type": "object",
              "description": "Firmware that must be there exactly.",
              "x-impact": "none",
              "additionalProperties": false,
              "properties": {
                "bios": {
                  "description": "As ComputerSystem.BiosVersion has it.",
                  "x-impact": "none",
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 128
                },
                "bmc": {
                  "description": "As Manager.FirmwareVersion has it.",
                  "x-impact": "none",
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 128
                }
              }
            }
          }
        },
        "bios": {
          "description": "BIOS baseline: attributes by the names that the BMC uses. A machine may say otherwise for itself; only keys that are named are ever written.",
          "x-impact": "reboot",
          "type": "object",
          "maxProperties": 1000,
          "propertyNames": {
            "minLength": 1,
            "maxLength": 128
          },
          "additionalProperties": {
            "type": [
              "string",
              "number",
              "boolean"
            ],
            "maxLength": 256
          }
        }
      }
    }
  },
  "$defs": {
    "metadata": {
      "type": "object",
      "description": "Who this object is.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
          "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
        },
        "labels": {
          "description": "Words to select and sort by; nothing is done because of a label alone.",
          "x-impact": "none",
          "type": "object",
          "maxProperties": 64,
          "propertyNames": {
            "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$",
            "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores"
          },
          "additionalProperties": {
            "type": "string",
            "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
            "x-form": "up to 63 letters, digits, dots, hyphens and underscores"
          }
        }
      }
    },
    "expectedDrives": {
      "type": "object",
      "description": "So many drives of one sort.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "count"
      ],
      "properties": {
        "count": {
          "description": "How many, at least.",
          "x-impact": "none",
          "type": "integer",
          "minimum": 1,
          "maximum": 1024
        },
        "media": {
          "description": "As Drive.MediaType has it, such as HDD or SSD.",
          "x-impact": "none",
          "type": "string",
          "minLength": 1,
          "maxLength": 64
        },
        "minGB": {
          "description": "Size of each in gigabytes (10^9 bytes), at least.",
          "x-impact": "none",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 1000000000
        }
      }
    }
  }
} as const;

export const imageSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/image.schema.json",
  "title": "ImageManifest",
  "description": "`images/<name>.yaml`: an operating system image that machines can be given.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "apiVersion",
    "kind",
    "metadata",
    "spec"
  ],
  "properties": {
    "apiVersion": {
      "description": "The version of this format.",
      "x-impact": "none",
      "const": "nanometal/v1alpha1"
    },
    "kind": {
      "description": "What kind of object the file holds; its path must agree.",
      "x-impact": "none",
      "const": "Image"
    },
    "metadata": {
      "description": "Who this object is.",
      "x-impact": "none",
      "$ref": "#/$defs/metadata"
    },
    "spec": {
      "type": "object",
      "description": "An operating system image.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "url",
        "sha256",
        "format",
        "boot"
      ],
      "properties": {
        "url": {
          "description": "Where it is fetched from, http or https, without user name and password.",
          "x-impact": "none",
          "type": "string",
          "format": "image-url",
          "maxLength": 2048,
          "x-form": "an http or https URL without user name and password"
        },
        "sha256": {
          "description": "SHA-256 of the file at the URL. What does not match is not written.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[0-9a-f]{64}$",
          "x-form": "64 lower-case hex digits"
        },
        "format": {
          "description": "How the file is packed.",
          "x-impact": "none",
          "type": "string",
          "enum": [
            "raw",
            "raw.zst",
            "raw.gz",
            "iso"
          ]
        },
        "boot": {
          "description": "How a machine starts it.",
          "x-impact": "none",
          "type": "string",
          "enum": [
            "uefi",
            "bios"
          ]
        }
      }
    }
  },
  "$defs": {
    "metadata": {
      "type": "object",
      "description": "Who this object is.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
          "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
        },
        "labels": {
          "description": "Words to select and sort by; nothing is done because of a label alone.",
          "x-impact": "none",
          "type": "object",
          "maxProperties": 64,
          "propertyNames": {
            "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$",
            "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores"
          },
          "additionalProperties": {
            "type": "string",
            "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
            "x-form": "up to 63 letters, digits, dots, hyphens and underscores"
          }
        }
      }
    }
  }
} as const;

export const machineSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/machine.schema.json",
  "title": "MachineManifest",
  "description": "`facilities/<f>/machines/<rack>/<name>.yaml`: one machine. Deleting the file means that it is no longer managed, and nothing else.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "apiVersion",
    "kind",
    "metadata",
    "spec"
  ],
  "properties": {
    "apiVersion": {
      "description": "The version of this format.",
      "x-impact": "none",
      "const": "nanometal/v1alpha1"
    },
    "kind": {
      "description": "What kind of object the file holds; its path must agree.",
      "x-impact": "none",
      "const": "Machine"
    },
    "metadata": {
      "description": "Who this object is.",
      "x-impact": "none",
      "$ref": "#/$defs/metadata"
    },
    "spec": {
      "type": "object",
      "description": "What the machine is and should be.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "class",
        "management",
        "bmc"
      ],
      "properties": {
        "class": {
          "description": "The class it belongs to: `classes/<name>.yaml`.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
          "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
        },
        "location": {
          "type": "object",
          "description": "Where it stands. Absent: it stands nowhere yet, and its folder is `unplaced`.",
          "x-impact": "none",
          "additionalProperties": false,
          "required": [
            "rack"
          ],
          "properties": {
            "rack": {
              "description": "The rack; the same as the folder of the file.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
              "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
            },
            "unit": {
              "description": "The lowest height unit that it takes.",
              "x-impact": "none",
              "type": "integer",
              "minimum": 1,
              "maximum": 100
            }
          }
        },
        "management": {
          "description": "`observe` looks only; `adopt` takes over as found, so that the plan must be empty; `manage` acts.",
          "x-impact": "none",
          "type": "string",
          "enum": [
            "observe",
            "adopt",
            "manage"
          ]
        },
        "bmc": {
          "type": "object",
          "description": "How its baseboard management controller is reached.",
          "x-impact": "none",
          "additionalProperties": false,
          "required": [
            "driver",
            "address",
            "credentials"
          ],
          "properties": {
            "driver": {
              "description": "The infrastructure driver, such as redfish.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
              "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
            },
            "address": {
              "description": "`https://` and host and, where it is not the usual one, port. Plain `http://` is refused outside loopback unless `tls.insecure` is true.",
              "x-impact": "none",
              "type": "string",
              "format": "bmc-address",
              "maxLength": 300,
              "x-form": "a URL such as https://10.1.3.12 or https://10.1.3.12:8443"
            },
            "credentials": {
              "description": "Name of the credentials: `secrets/<name>.age` of this facility, or a file of that name on the reconciler's host.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
              "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
            },
            "tls": {
              "type": "object",
              "description": "How the BMC proves who it is. Absent: by a certificate that the host trusts.",
              "x-impact": "none",
              "additionalProperties": false,
              "minProperties": 1,
              "maxProperties": 1,
              "properties": {
                "sha256": {
                  "description": "SHA-256 of the certificate's public key (SubjectPublicKeyInfo, DER). If given, it decides alone.",
                  "x-impact": "none",
                  "type": "string",
                  "pattern": "^[0-9a-fA-F]{64}$",
                  "x-form": "64 hex digits"
                },
                "insecure": {
                  "description": "True: anything is believed, even plain http. The plan says so each time.",
                  "x-impact": "none",
                  "type": "boolean"
                }
              }
            },
            "system": {
              "description": "Which system of a service that fronts several machines.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^/redfish/v1/Systems/[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,128}$",
              "x-form": "a path such as /redfish/v1/Systems/1"
            }
          }
        },
        "identity": {
          "type": "object",
          "description": "How the machine at the address proves to be this one. To act on it, two of these must be given and match, one of them `serial` or `uuid`.",
          "x-impact": "none",
          "additionalProperties": false,
          "properties": {
            "serial": {
              "description": "ComputerSystem.SerialNumber, or the vendor's service tag.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^\\S(?:.{0,126}\\S)?$",
              "x-form": "text of up to 128 characters without spaces at its ends"
            },
            "uuid": {
              "description": "ComputerSystem.UUID.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
              "x-form": "a UUID such as 4c4c4544-0058-4b10-8032-b7c04f4d3933"
            },
            "chassisSerial": {
              "description": "Chassis.SerialNumber.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^\\S(?:.{0,126}\\S)?$",
              "x-form": "text of up to 128 characters without spaces at its ends"
            },
            "bmcMac": {
              "description": "MAC address of the manager's first interface.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$",
              "x-form": "a MAC address such as 00:25:90:ab:cd:ef"
            }
          }
        },
        "power": {
          "description": "Whether it is to be on or off. Absent: not ours to say.",
          "x-impact": "off",
          "type": "string",
          "enum": [
            "On",
            "Off"
          ]
        },
        "bios": {
          "description": "BIOS attributes by the names that the BMC uses, on top of the class. Only keys that are named are ever written; each consents to the reboot that it needs.",
          "x-impact": "reboot",
          "type": "object",
          "maxProperties": 1000,
          "propertyNames": {
            "minLength": 1,
            "maxLength": 128
          },
          "additionalProperties": {
            "type": [
              "string",
              "number",
              "boolean"
            ],
            "maxLength": 256
          }
        },
        "install": {
          "type": "object",
          "description": "The consent to install: which image, onto exactly which disk, once for each id.",
          "x-impact": "erase",
          "additionalProperties": false,
          "required": [
            "id",
            "image",
            "disk"
          ],
          "properties": {
            "id": {
              "description": "Makes this consent different from every other of this machine, for ever. To install again, take a new one.",
              "x-impact": "erase",
              "type": "string",
              "pattern": "^[a-z0-9-]{1,63}$",
              "x-form": "1 to 63 lower-case letters, digits and hyphens"
            },
            "image": {
              "description": "The image: `images/<name>.yaml`.",
              "x-impact": "erase",
              "type": "string",
              "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
              "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
            },
            "disk": {
              "description": "The disk that it goes onto.",
              "x-impact": "erase",
              "$ref": "#/$defs/disk"
            },
            "overwrite": {
              "description": "True: the disk may hold something. Absent: a disk that is not blank is held.",
              "x-impact": "erase",
              "type": "boolean",
              "default": false
            },
            "ready": {
              "description": "What counts as evidence that it runs: `phoneHome`, `powerOn`, or `tcp:` and a port.",
              "x-impact": "none",
              "type": "string",
              "pattern": "^(?:phoneHome|powerOn|tcp:[1-9][0-9]{0,4})$",
              "default": "phoneHome",
              "x-form": "phoneHome, powerOn, or tcp: and a port such as tcp:22"
            }
          }
        },
        "operations": {
          "description": "What people ask for, each at most once.",
          "x-impact": "erase",
          "type": "array",
          "maxItems": 64,
          "items": {
            "$ref": "#/$defs/operation"
          }
        },
        "lifecycle": {
          "description": "`decommission`: take it out of use, off, and erase as declared.",
          "x-impact": "erase",
          "type": "string",
          "enum": [
            "active",
            "decommission"
          ],
          "default": "active"
        },
        "parked": {
          "description": "Nothing is changed on this machine while this is set. Heeded even when the commit that brings it is rejected for something else.",
          "x-impact": "none",
          "$ref": "#/$defs/pause"
        },
        "protected": {
          "description": "True: whatever disrupts it is held, whatever else says.",
          "x-impact": "none",
          "type": "boolean",
          "default": false
        },
        "disposable": {
          "description": "True: a pool may install here, onto the one disk that the class's rule picks.",
          "x-impact": "erase",
          "type": "boolean",
          "default": false
        }
      }
    }
  },
  "$defs": {
    "metadata": {
      "type": "object",
      "description": "Who this object is.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "description": "The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
          "x-form": "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end"
        },
        "labels": {
          "description": "Words to select and sort by; nothing is done because of a label alone.",
          "x-impact": "none",
          "type": "object",
          "maxProperties": 64,
          "propertyNames": {
            "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,125}[A-Za-z0-9])?$",
            "x-form": "up to 127 letters, digits, dots, slashes, hyphens and underscores"
          },
          "additionalProperties": {
            "type": "string",
            "pattern": "^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
            "x-form": "up to 63 letters, digits, dots, hyphens and underscores"
          }
        }
      }
    },
    "pause": {
      "type": "object",
      "description": "Why nothing is done, and until when.",
      "x-impact": "none",
      "additionalProperties": false,
      "required": [
        "reason"
      ],
      "properties": {
        "reason": {
          "description": "For people: who asked for it and why, such as a change number.",
          "x-impact": "none",
          "type": "string",
          "minLength": 1,
          "maxLength": 256
        },
        "until": {
          "description": "When it ends by itself. Absent: when a commit takes it back.",
          "x-impact": "none",
          "type": "string",
          "format": "date-time",
          "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)"
        }
      }
    },
    "disk": {
      "type": "object",
      "description": "One disk by one durable name. It must match exactly one disk of the machine.",
      "x-impact": "erase",
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1,
      "properties": {
        "serial": {
          "description": "Serial number of the disk.",
          "x-impact": "erase",
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "wwn": {
          "description": "World Wide Name of the disk (NAA).",
          "x-impact": "erase",
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "eui": {
          "description": "EUI-64 or NGUID of an NVMe namespace.",
          "x-impact": "erase",
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        },
        "volume": {
          "description": "Name of a RAID volume.",
          "x-impact": "erase",
          "type": "string",
          "minLength": 1,
          "maxLength": 128
        }
      }
    },
    "operation": {
      "type": "object",
      "description": "Something a person asks for. It is done at most once for its id.",
      "x-impact": "erase",
      "additionalProperties": false,
      "required": [
        "id",
        "verb",
        "notAfter"
      ],
      "properties": {
        "id": {
          "description": "Makes this request different from every other of this machine, for ever. To ask again, take a new one.",
          "x-impact": "none",
          "type": "string",
          "pattern": "^[a-z0-9-]{1,63}$",
          "x-form": "1 to 63 lower-case letters, digits and hyphens"
        },
        "verb": {
          "description": "What is to be done. Reboot, PowerCycle and ResetBmc interrupt, Erase destroys data; Identify, ClearTasks and Inspect do neither.",
          "x-impact": "erase",
          "type": "string",
          "enum": [
            "Reboot",
            "PowerCycle",
            "Identify",
            "ResetBmc",
            "ClearTasks",
            "Inspect",
            "Erase"
          ]
        },
        "notAfter": {
          "description": "Seen after this time it is not done any more (Expired).",
          "x-impact": "none",
          "type": "string",
          "format": "date-time",
          "x-form": "a time such as 2026-12-01T00:00:00Z (RFC 3339)"
        },
        "boot": {
          "description": "Reboot and PowerCycle only: start from this device once (a Redfish BootSourceOverrideTarget).",
          "x-impact": "reboot",
          "type": "string",
          "enum": [
            "Pxe",
            "Cd",
            "Usb",
            "Hdd",
            "Floppy",
            "SDCard",
            "UefiHttp",
            "UefiShell",
            "RemoteDrive",
            "BiosSetup",
            "Utilities",
            "Diags",
            "Recovery"
          ]
        },
        "indicator": {
          "description": "Identify only: whether the light is to be lit or off.",
          "x-impact": "none",
          "type": "string",
          "enum": [
            "Lit",
            "Off"
          ],
          "default": "Lit"
        },
        "disks": {
          "description": "Erase only, and required there: exactly these disks.",
          "x-impact": "erase",
          "type": "array",
          "minItems": 1,
          "maxItems": 64,
          "items": {
            "$ref": "#/$defs/disk"
          }
        }
      },
      "dependentSchemas": {
        "boot": {
          "type": "object",
          "properties": {
            "verb": {
              "enum": [
                "Reboot",
                "PowerCycle"
              ]
            }
          }
        },
        "indicator": {
          "type": "object",
          "properties": {
            "verb": {
              "enum": [
                "Identify"
              ]
            }
          }
        },
        "disks": {
          "type": "object",
          "properties": {
            "verb": {
              "enum": [
                "Erase"
              ]
            }
          }
        }
      },
      "if": {
        "type": "object",
        "required": [
          "verb"
        ],
        "properties": {
          "verb": {
            "const": "Erase"
          }
        }
      },
      "then": {
        "type": "object",
        "required": [
          "disks"
        ],
        "properties": {
          "disks": true
        }
      }
    }
  }
} as const;

export const secretSchema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://nanometal.dev/schemas/secret.schema.json",
  "title": "CredentialsFile",
  "description": "What `facilities/<f>/secrets/<name>.age` holds once it is decrypted, and what a file of `--secrets DIR` holds.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "username",
    "password"
  ],
  "properties": {
    "username": {
      "description": "Name of the account.",
      "x-impact": "none",
      "type": "string",
      "minLength": 1,
      "maxLength": 256
    },
    "password": {
      "description": "Password of the account.",
      "x-impact": "none",
      "type": "string",
      "minLength": 1,
      "maxLength": 1024
    }
  }
} as const;
