// Generated from schemas/ by schemas/generate.mjs; do not edit.
/**
 * The public half of an age key.
 */
export type DeclaredRecipient = string;

/**
 * Who this object is.
 */
export interface DeclaredMetadata {
  /**
   * The name of the object. It is the name of the file, and for a facility of its folder; machine names are unique in the fleet.
   */
  name: string;
  /**
   * Words to select and sort by; nothing is done because of a label alone.
   */
  labels?: {
    [k: string]: string;
  };
}
/**
 * How boldly nanometal may act. What a facility does not say, the fleet says; what neither says has the default named here.
 */
export interface DeclaredPolicy {
  /**
   * Disruptions that may run in one facility at one time.
   */
  maxConcurrent?: number;
  /**
   * A commit that newly authorises more disruptive actions than this in one facility is held whole.
   */
  maxPerCommit?: number;
  /**
   * What is done when hardware no longer is as it was declared and putting it right would disrupt: `hold` waits for a commit, `correct` puts it right by itself.
   */
  drift?: 'hold' | 'correct';
  /**
   * Time between two power-ons in one rack, because of inrush current.
   */
  powerOnPace?: string;
  /**
   * How long an operating system may take to shut down before its power is cut.
   */
  gracefulShutdown?: string;
}
/**
 * `fleet.yaml`: what holds for the whole fleet.
 */
export interface FleetManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'Fleet';
  metadata: DeclaredMetadata;
  /**
   * What holds for the whole fleet.
   */
  spec: {
    policy?: DeclaredPolicy;
  };
}
/**
 * A time in which disruptive actions may start.
 */
export interface DeclaredWindow {
  /**
   * The days on which the window begins. Absent: every day.
   */
  days?: ('Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun')[];
  /**
   * When it begins, as the clock on the wall of that time zone shows.
   */
  from: string;
  /**
   * When it ends. Before `from`: on the next day. `24:00` is midnight.
   */
  to: string;
  /**
   * IANA name of the time zone, such as Europe/Amsterdam or UTC.
   */
  timezone: string;
}
/**
 * Why nothing is done, and until when.
 */
export interface DeclaredPause {
  /**
   * For people: who asked for it and why, such as a change number.
   */
  reason: string;
  /**
   * When it ends by itself. Absent: when a commit takes it back.
   */
  until?: string;
}
/**
 * `facilities/<f>/facility.yaml`: one facility and how it is to be treated.
 */
export interface FacilityManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'Facility';
  metadata: DeclaredMetadata;
  /**
   * One facility.
   */
  spec: {
    /**
     * Address ranges (CIDR). A peer outside the ranges of its sort is never connected to.
     */
    ranges: {
      /**
       * Where the BMCs are.
       */
      bmc: string[];
      /**
       * Where machines are while they are installed.
       */
      provisioning?: string[];
      /**
       * Where images are fetched from.
       */
      images?: string[];
      /**
       * Where the hosts of its control plane are.
       */
      hosts?: string[];
    };
    /**
     * The boot service: what machines are installed, erased and inspected with (docs/boot.md). Part of `nanometal run`. Absent: no machine is ever booted into anything but what it has.
     */
    boot?: {
      /**
       * The address at which machines and their BMCs reach it.
       */
      address: string;
      /**
       * For firmware and BMCs, without TLS.
       */
      httpPort?: number;
      /**
       * For the agent, which knows its key.
       */
      httpsPort?: number;
      /**
       * How machines are booted, best first: the first that a BMC offers is taken. `VirtualMedia` needs no DHCP.
       */
      methods?: ('VirtualMedia' | 'UefiHttp' | 'Pxe')[];
    };
    /**
     * Whom passwords that nanometal makes are sealed for (age). Needed where a machine has `bmc.account`.
     */
    recipients?: {
      facility: DeclaredRecipient;
      /**
       * Keys that are kept away from the facility, for the day on which its host is lost. At least one.
       */
      recovery: DeclaredRecipient[];
    };
    policy?: DeclaredPolicy;
    /**
     * Disruptive actions start only inside one of these; what has begun may end outside. Absent: always.
     */
    windows?: DeclaredWindow[];
    paused?: DeclaredPause;
  };
}
/**
 * `facilities/<f>/discovery.yaml`: where machines are looked for that no manifest names yet, with which credentials, and what is proposed of them. Nothing is changed on any BMC; what is found is proposed as a branch, and people merge it.
 */
export interface DiscoveryManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'Discovery';
  metadata: DeclaredMetadata;
  /**
   * How machines are found.
   */
  spec: {
    /**
     * Addresses that are asked: `10.1.0.0/24`, `10.1.0.10-10.1.0.99`, `10.1.0.5`, `127.0.0.1:18000-18199`, `fd00:1::/120`, `[fd00:1::5]:8443`. At most 65536 in all, each within `ranges.bmc` of the facility. Absent: a list is given on the command line.
     */
    ranges?: string[];
    /**
     * Names of credentials, tried in this order; the next one only where the account is another, or its hour is over.
     */
    credentials: string[];
    /**
     * The infrastructure driver that looks, such as redfish.
     */
    driver?: string;
    /**
     * What is proposed of a machine that was found.
     */
    propose?: {
      /**
       * Its name. `{facility}`, `{rack}`, `{unit}` (two digits), `{serial}` and `{address}` stand for what is known of it; where one of them is not known, the name is made of facility and serial number, else of facility and address. A list on the command line may name machines itself.
       */
      name?: string;
      /**
       * Folder of machines of which nobody said where they stand.
       */
      rack?: string;
      /**
       * Classes that are considered. Absent: every class that expects something. What fits none gets a class of its own in the proposal.
       */
      classes?: string[];
    };
    /**
     * Time between two sweeps of the running reconciler, which tells what it finds under `discovered/` on the status branch. Absent: only people start one.
     */
    interval?: string;
    /**
     * How politely it is done.
     */
    limits?: {
      /**
       * BMCs that are asked at one time; each of them gets one request at a time.
       */
      concurrency?: number;
      /**
       * Failed logins that one account of one BMC may see within an hour. More than one may lock it.
       */
      loginsPerHour?: number;
    };
  };
}
/**
 * So many drives of one sort.
 */
export interface DeclaredExpectedDrives {
  /**
   * How many, at least.
   */
  count: number;
  /**
   * As Drive.MediaType has it, such as HDD or SSD.
   */
  media?: string;
  /**
   * Size of each in gigabytes (10^9 bytes), at least.
   */
  minGB?: number;
}
/**
 * `classes/<name>.yaml`: what machines of one sort are and should be.
 */
export interface MachineClassManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'MachineClass';
  metadata: DeclaredMetadata;
  /**
   * What machines of one sort are and should be.
   */
  spec: {
    /**
     * What the hardware is expected to be. Only what is named is checked; counts, sizes and firmware versions are minima, other text must be equal. A machine that misses any of it is quarantined.
     */
    expects?: {
      /**
       * As ComputerSystem.Manufacturer has it.
       */
      manufacturer?: string;
      /**
       * As ComputerSystem.Model has it.
       */
      model?: string;
      /**
       * Processors.
       */
      processors?: {
        /**
         * How many, at least.
         */
        count?: number;
        /**
         * Cores of each, at least.
         */
        cores?: number;
        /**
         * Of each, as Processor.Model has it.
         */
        model?: string;
      };
      /**
       * Memory in GiB, at least.
       */
      memoryGiB?: number;
      /**
       * How many memory modules, at least.
       */
      memoryModules?: number;
      /**
       * Each entry asks for so many drives that fit it; a drive counts for one entry only.
       */
      drives?: DeclaredExpectedDrives[];
      /**
       * Network interfaces.
       */
      nics?: {
        /**
         * How many, at least.
         */
        count?: number;
        /**
         * Of how many megabits per second each, at least; slower ones are not counted.
         */
        minMbps?: number;
      };
      /**
       * Firmware floors: older versions miss the class, and so do versions that cannot be compared. Numbers in them are compared as numbers, letters must be the same.
       */
      firmware?: {
        /**
         * The oldest BIOS that will do, as ComputerSystem.BiosVersion has it.
         */
        bios?: string;
        /**
         * The oldest BMC firmware that will do, as Manager.FirmwareVersion has it.
         */
        bmc?: string;
      };
    };
    /**
     * BIOS baseline: attributes by the names that the BMC uses. A machine may say otherwise for itself; only keys that are named are ever written.
     */
    bios?: {
      [k: string]: string | number | boolean;
    };
    /**
     * The BIOS attribute that says where UEFI HTTP boot fetches from, for BMCs that have no Boot.HttpBootUri (Dell: HttpDev1Uri, HPE: UrlBootFile). Where the facility has `boot` with the method UefiHttp it is kept at the address of the boot service's start.iso, unless `bios` says otherwise; other attributes that HTTP boot needs belong into `bios`.
     */
    httpBootAttribute?: string;
  };
}
/**
 * `images/<name>.yaml`: an operating system image that machines can be given.
 */
export interface ImageManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'Image';
  metadata: DeclaredMetadata;
  /**
   * An operating system image.
   */
  spec: {
    /**
     * Where it is fetched from, http or https, without user name and password.
     */
    url: string;
    /**
     * SHA-256 of the file at the URL. What does not match is not written.
     */
    sha256: string;
    /**
     * What the file is: a disk as it is, packed or not, or what runs from memory without a disk: a kernel, which the agent starts, or a bootable ISO, which the BMC boots after the agent.
     */
    format: 'raw' | 'raw.zst' | 'raw.gz' | 'iso' | 'kernel';
    /**
     * Of a kernel: what it starts with, a second file.
     */
    initrd?: {
      /**
       * Where it is fetched from, as `url`.
       */
      url: string;
      /**
       * SHA-256 of the file at its URL.
       */
      sha256: string;
    };
    /**
     * Of a kernel: its command line.
     */
    commandLine?: string;
    /**
     * How a machine starts it.
     */
    boot: 'uefi' | 'bios';
  };
}
/**
 * One disk by one durable name. It must match exactly one disk of the machine.
 */
export interface DeclaredDisk {
  /**
   * Serial number of the disk.
   */
  serial?: string;
  /**
   * World Wide Name of the disk (NAA).
   */
  wwn?: string;
  /**
   * EUI-64 or NGUID of an NVMe namespace.
   */
  eui?: string;
  /**
   * Name of a RAID volume.
   */
  volume?: string;
}
/**
 * One network interface of the operating system: a port (`mac`), a bond of ports, or a VLAN on either.
 */
export interface DeclaredLink {
  /**
   * What it is called there; a port is renamed to it.
   */
  name: string;
  /**
   * Makes it a port: the one with this MAC address.
   */
  mac?: string;
  /**
   * Makes it a bond.
   */
  bond?: {
    /**
     * Its ports, by name.
     */
    links: string[];
    /**
     * As Linux calls it. 802.3ad needs a switch that speaks LACP.
     */
    mode: '802.3ad' | 'active-backup' | 'balance-xor';
  };
  /**
   * Makes it a VLAN.
   */
  vlan?: {
    /**
     * The tag.
     */
    id: number;
    /**
     * The port or bond that carries it, by name.
     */
    link: string;
  };
  /**
   * Bytes in one packet. Absent: as the driver has it.
   */
  mtu?: number;
  /**
   * Fixed addresses with the length of their network.
   */
  addresses?: string[];
  /**
   * The next hops of the default routes, one of each family, each in the network of one of its addresses.
   */
  gateways?: string[];
  /**
   * DNS servers.
   */
  nameservers?: string[];
  /**
   * Domains that short names are looked up in.
   */
  search?: string[];
  /**
   * Whether it asks for IPv4 addresses.
   */
  dhcp?: boolean;
}
/**
 * Something a person asks for. It is done at most once for its id.
 */
export interface DeclaredOperation {
  /**
   * Makes this request different from every other of this machine, for ever. To ask again, take a new one.
   */
  id: string;
  /**
   * What is to be done. Reboot, PowerCycle and ResetBmc interrupt, Erase destroys data; Identify, ClearTasks and RotateCredentials do neither. Inspect only looks; where the facility has `boot`, it starts our agent on the machine, which interrupts.
   */
  verb: 'Reboot' | 'PowerCycle' | 'Identify' | 'ResetBmc' | 'ClearTasks' | 'Inspect' | 'Erase' | 'RotateCredentials';
  /**
   * Seen after this time it is not done any more (Expired).
   */
  notAfter: string;
  /**
   * Reboot and PowerCycle only: start from this device once (a Redfish BootSourceOverrideTarget).
   */
  boot?:
    | 'Pxe'
    | 'Cd'
    | 'Usb'
    | 'Hdd'
    | 'Floppy'
    | 'SDCard'
    | 'UefiHttp'
    | 'UefiShell'
    | 'RemoteDrive'
    | 'BiosSetup'
    | 'Utilities'
    | 'Diags'
    | 'Recovery';
  /**
   * Identify only: whether the light is to be lit or off.
   */
  indicator?: 'Lit' | 'Off';
  /**
   * Erase only, and required there: exactly these disks.
   */
  disks?: DeclaredDisk[];
}
/**
 * `facilities/<f>/machines/<rack>/<name>.yaml`: one machine. Deleting the file means that it is no longer managed, and nothing else.
 */
export interface MachineManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'Machine';
  metadata: DeclaredMetadata;
  /**
   * What the machine is and should be.
   */
  spec: {
    /**
     * The class it belongs to: `classes/<name>.yaml`.
     */
    class: string;
    /**
     * Where it stands. Absent: it stands nowhere yet, and its folder is `unplaced`.
     */
    location?: {
      /**
       * The rack; the same as the folder of the file.
       */
      rack: string;
      /**
       * The lowest height unit that it takes.
       */
      unit?: number;
    };
    /**
     * `observe` looks only; `adopt` takes over as found, so that the plan must be empty; `manage` acts.
     */
    management: 'observe' | 'adopt' | 'manage';
    /**
     * How its baseboard management controller is reached.
     */
    bmc: {
      /**
       * The infrastructure driver, such as redfish.
       */
      driver: string;
      /**
       * `https://` and host and, where it is not the usual one, port. Plain `http://` is refused outside loopback unless `tls.insecure` is true.
       */
      address: string;
      /**
       * Name of the credentials: `secrets/<name>.age` of this facility, or a file of that name on the reconciler's host.
       */
      credentials: string;
      /**
       * How the BMC proves who it is. Absent: by a certificate that the host trusts.
       */
      tls?: {
        /**
         * SHA-256 of the certificate's public key (SubjectPublicKeyInfo, DER). If given, it decides alone.
         */
        sha256?: string;
        /**
         * True: anything is believed, even plain http. The plan says so each time.
         */
        insecure?: boolean;
      };
      /**
       * An account of our own on this BMC, with a password that only this facility holds: made by nanometal, sealed for `recipients` of the facility, kept on the status branch, and used before `credentials`. It is created where there is none of this name.
       */
      account?: {
        /**
         * Name of the account. BMCs take 16 characters.
         */
        username: string;
        /**
         * How long a password is used before it is replaced by itself. Absent: only when an operation asks for RotateCredentials.
         */
        rotate?: string;
      };
      /**
       * Which system of a service that fronts several machines.
       */
      system?: string;
    };
    /**
     * How the machine at the address proves to be this one. To act on it, two of these must be given and match, one of them `serial` or `uuid`.
     */
    identity?: {
      /**
       * ComputerSystem.SerialNumber, or the vendor's service tag.
       */
      serial?: string;
      /**
       * ComputerSystem.UUID.
       */
      uuid?: string;
      /**
       * Chassis.SerialNumber.
       */
      chassisSerial?: string;
      /**
       * MAC address of the manager's first interface.
       */
      bmcMac?: string;
    };
    /**
     * What people say of the hardware that is in it.
     */
    hardware?: {
      /**
       * Which state of its parts is known to people: the mark that `HardwareUnchanged` names when parts are lost, replaced or added. Once the parts change again, the mark fits no more.
       */
      acknowledged?: string;
    };
    /**
     * Whether it is to be on or off. Absent: not ours to say.
     */
    power?: 'On' | 'Off';
    /**
     * BIOS attributes by the names that the BMC uses, on top of the class. Only keys that are named are ever written; each consents to the reboot that it needs.
     */
    bios?: {
      [k: string]: string | number | boolean;
    };
    /**
     * The consent to install: which image, onto exactly which disk, once for each id.
     */
    install?: {
      /**
       * Makes this consent different from every other of this machine, for ever. To install again, take a new one.
       */
      id: string;
      /**
       * The image: `images/<name>.yaml`.
       */
      image: string;
      disk?: DeclaredDisk;
      /**
       * True: the disk may hold something. Absent: a disk that is not blank is held.
       */
      overwrite?: boolean;
      /**
       * What counts as evidence that it runs: `phoneHome`, `powerOn`, or `tcp:` and a port on which it takes connections, at a static address of `network` that is within `ranges.provisioning`.
       */
      ready?: string;
    };
    /**
     * What people ask for, each at most once.
     */
    operations?: DeclaredOperation[];
    /**
     * The interfaces that its operating system is given at the first boot after an install. Absent: it asks by DHCP, as its image has it.
     */
    network?: {
      /**
       * Its interfaces, in any order.
       */
      links: DeclaredLink[];
    };
    /**
     * What cloud-init is told at the first boot after an install, as a cloud-config: users, keys, packages, commands. Its name, its network and whom it calls home are said by nanometal. No secrets: the fleet repo is read by many.
     */
    userData?: string;
    /**
     * `decommission`: take it out of use: it is shut down, the disk of `install`, or of its last install, is erased, and it stays off. Only a commit that newly says so does this; a manifest that is deleted never does.
     */
    lifecycle?: 'active' | 'decommission';
    parked?: DeclaredPause;
    /**
     * True: whatever disrupts it is held, whatever else says.
     */
    protected?: boolean;
    /**
     * True: a pool may install here, onto the one disk that the class's rule picks.
     */
    disposable?: boolean;
  };
}
/**
 * What a pod must tolerate to run there.
 */
export interface DeclaredTaint {
  /**
   * Its key.
   */
  key: string;
  /**
   * Its value.
   */
  value?: string;
  /**
   * What it does to pods that do not tolerate it.
   */
  effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}
/**
 * One file that is written before anything is run.
 */
export interface DeclaredNodeFile {
  /**
   * Where.
   */
  path: string;
  /**
   * What is in it. No secrets: the fleet repo is read by many.
   */
  content: string;
  /**
   * As chmod takes them.
   */
  permissions?: string;
  /**
   * User and group.
   */
  owner?: string;
}
/**
 * `facilities/<f>/clusters/<name>.yaml`: machines that form a Kubernetes cluster. This version renders what its nodes are given and plans who joins and leaves; it carries nothing of that out.
 */
export interface ClusterManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'Cluster';
  metadata: DeclaredMetadata;
  /**
   * One cluster.
   */
  spec: {
    /**
     * The driver that makes a node of a server: kubeadm, or cloud-init for commands of your own.
     */
    bootstrap: string;
    /**
     * The Kubernetes version of nodes that join from now on. kubeadm needs it, from v1.22.0 on. Nodes that run are not upgraded by it.
     */
    version?: string;
    /**
     * Where the API server is reached: a load balancer or a virtual address that outlives any member. kubeadm needs it.
     */
    endpoint?: {
      /**
       * Its name or IP address.
       */
      host: string;
      /**
       * Its port.
       */
      port?: number;
    };
    /**
     * Address ranges inside the cluster; one of each family for both families. kubeadm needs them.
     */
    network?: {
      /**
       * Where pods are.
       */
      pods: string[];
      /**
       * Where services are.
       */
      services: string[];
      /**
       * The domain of services.
       */
      dnsDomain?: string;
    };
    /**
     * The members that run the API server and etcd.
     */
    controlPlane: {
      /**
       * Machines of this facility, an odd number of them. The first is where the cluster begins.
       */
      machines: string[];
      /**
       * Labels of their Node objects. Keys under kubernetes.io and k8s.io are set by others, but for node.kubernetes.io and kubelet.kubernetes.io.
       */
      labels?: {
        [k: string]: string;
      };
      /**
       * Taints that their Node objects are registered with. Absent: what the bootstrap driver takes by itself; kubeadm keeps a control-plane member free of other work.
       */
      taints?: DeclaredTaint[];
    };
    /**
     * The other nodes.
     */
    workers?: {
      /**
       * Machines of this facility.
       */
      machines: string[];
      /**
       * Workers that join, drain or leave at one time.
       */
      maxConcurrent?: number;
      /**
       * Labels of their Node objects. Keys under kubernetes.io and k8s.io are set by others, but for node.kubernetes.io and kubelet.kubernetes.io.
       */
      labels?: {
        [k: string]: string;
      };
      /**
       * Taints that their Node objects are registered with. Absent: what the bootstrap driver takes by itself; kubeadm keeps a control-plane member free of other work.
       */
      taints?: DeclaredTaint[];
    };
    /**
     * What every node of the cluster is given at its first boot.
     */
    node?: {
      /**
       * Public keys that may log in as the image's default user.
       */
      sshKeys?: string[];
      /**
       * Packages of the distribution that are installed.
       */
      packages?: string[];
      /**
       * Time servers.
       */
      ntp?: string[];
      /**
       * Files that are written.
       */
      files?: DeclaredNodeFile[];
      /**
       * Command lines that are run by sh as root, once, in their order; the first that fails ends the bootstrap.
       */
      commands?: {
        /**
         * Before the node joins.
         */
        before?: string[];
        /**
         * After it joined.
         */
        after?: string[];
      };
    };
  };
}
/**
 * A Debian package.
 */
export interface DeclaredPackage {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its version, as apt knows it. Absent: what is installed, or the newest.
   */
  version?: string;
}
/**
 * One file: a `template`, or a `url` with its `sha256`.
 */
export interface DeclaredFile {
  /**
   * Where it lies: absolute, and not below /dev, /proc, /run or /sys.
   */
  path: string;
  /**
   * Its permissions.
   */
  mode?: string;
  /**
   * What it holds, as a template.
   */
  template?: string;
  /**
   * Where the host fetches it from: http(s), without user and password.
   */
  url?: string;
  /**
   * SHA-256 of what is fetched, 64 hex digits. Needed with `url`.
   */
  sha256?: string;
}
/**
 * One or more Kubernetes objects: a `template`, or a `url` with its `sha256`.
 */
export interface DeclaredKubernetesManifest {
  /**
   * What it holds, as a template.
   */
  template?: string;
  /**
   * Where the host fetches it from: http(s), without user and password.
   */
  url?: string;
  /**
   * SHA-256 of what is fetched, 64 hex digits. Needed with `url`.
   */
  sha256?: string;
}
/**
 * A port.
 */
export interface DeclaredPort {
  /**
   * Its number, or a template that gives one.
   */
  port: number | string;
  /**
   * Of the transport.
   */
  protocol: 'tcp' | 'udp';
}
/**
 * One thing that shows whether it is well: exactly one of these.
 */
export interface DeclaredCheck {
  /**
   * Its service is active and has not been restarted by itself.
   */
  systemd?: true;
  /**
   * This URL is answered below 400.
   */
  http?: string;
  /**
   * Somebody listens there: `127.0.0.1:53`.
   */
  tcp?: string;
  /**
   * This command ends with 0.
   */
  command?: string[];
}
/**
 * `components/<name>.yaml`: something that a facility runs beside its machines. It is installed where a ControlPlane names it. Texts of `version`, `install`, `service`, `ports` and `health` may be templates; docs/control-plane.md lists the values they see.
 */
export interface ComponentManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'Component';
  metadata: DeclaredMetadata;
  /**
   * What is installed, what runs, and how one sees that it is well. One of `install` and `service` at least.
   */
  spec: {
    /**
     * Which release of it this is, for people. A ControlPlane may name another one for its facility.
     */
    version: string;
    /**
     * Components that must be healthy before this one is changed, where the facility has them.
     */
    after?: string[];
    /**
     * What is put on a host.
     */
    install?: {
      /**
       * Debian packages.
       */
      packages?: DeclaredPackage[];
      /**
       * Files; what they replaced comes back when the component is removed.
       */
      files?: DeclaredFile[];
      /**
       * Kubernetes manifests, applied by `kubectl` on one host. A component that has them has no packages, files, service or ports.
       */
      manifests?: DeclaredKubernetesManifest[];
    };
    /**
     * What runs: a `unit` that a package brings, or a `command` of its own.
     */
    service?: {
      /**
       * A systemd unit.
       */
      unit?: string;
      /**
       * Program and arguments, run without a shell and in the foreground. The program is named by its path.
       */
      command?: string[];
      /**
       * Environment variables of the command.
       */
      environment?: {
        [k: string]: string;
      };
      /**
       * A user that exists. Absent: one that systemd makes for this service alone.
       */
      user?: string;
      /**
       * What it may do beside what anybody may.
       */
      capabilities?: string[];
      /**
       * A folder below /var/lib that it may write, and that stays when it is removed.
       */
      state?: string;
    };
    /**
     * What the service is told when one of its files changed. A changed package or service always restarts it.
     */
    onChange?: 'restart' | 'reload';
    /**
     * What it listens on: of the components of one host no two may have the same.
     */
    ports?: DeclaredPort[];
    /**
     * Every check passes: it is well. Asked on the host. Absent: its service is active, and does not restart by itself.
     */
    health?: DeclaredCheck[];
    /**
     * How long after a change every check must have passed once. Else what ran before comes back.
     */
    deadline?: string;
    /**
     * Values for the templates, with what they are unless a ControlPlane says otherwise. One that is left empty must be given by every ControlPlane.
     */
    settings?: {
      [k: string]: string | number | boolean | (string | number | boolean)[] | null;
    };
  };
}
/**
 * A Debian host that people have set up.
 */
export interface DeclaredHost {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its IP address, within `ranges.hosts` of the facility.
   */
  address: string;
  /**
   * Where sshd listens.
   */
  port?: number;
  /**
   * The key that it must show, as `ssh-keygen -l` prints it. Needed for ssh.
   */
  hostKey?: string;
  /**
   * Name of the login. Needed for ssh.
   */
  credentials?: string;
}
/**
 * One component and where it runs.
 */
export interface DeclaredPlacement {
  /**
   * Of the Component.
   */
  name: string;
  /**
   * Where it runs. Absent: on every host.
   */
  hosts?: string[];
  /**
   * Instead of the version that the Component names.
   */
  version?: string;
  /**
   * Instead of the Component's own; only those that it has.
   */
  settings?: {
    [k: string]: string | number | boolean | (string | number | boolean)[];
  };
  /**
   * It is to be removed.
   */
  absent?: true;
}
/**
 * `facilities/<f>/control-plane.yaml`: which components a facility runs, on which hosts. Absent: none, and whatever runs there is left alone.
 */
export interface ControlPlaneManifest {
  /**
   * The version of this format.
   */
  apiVersion: 'nanometal/v1alpha1';
  /**
   * What kind of object the file holds; its path must agree.
   */
  kind: 'ControlPlane';
  metadata: DeclaredMetadata;
  /**
   * Hosts, and what runs on them.
   */
  spec: {
    /**
     * How hosts are reached: `ssh`, or `process` for children of the reconciler itself, to try things out.
     */
    driver?: 'ssh' | 'process';
    /**
     * Where components run.
     */
    hosts: DeclaredHost[];
    /**
     * What runs. What is taken out of this list is left as it is: `absent` removes it.
     */
    components: DeclaredPlacement[];
    /**
     * Hosts that may be changed at one time.
     */
    concurrency?: number;
  };
}
/**
 * What `facilities/<f>/secrets/<name>.age` holds once it is decrypted, and what a file of `--secrets DIR` holds.
 */
export interface CredentialsFile {
  /**
   * Name of the account.
   */
  username: string;
  /**
   * Password of the account.
   */
  password: string;
}
