# EFI programs and the ISO.

# Both consoles; the kernel is quiet so that what the agent says can be read. It gives up after a panic, and so does the machine.
cmdline="console=tty0 console=ttyS0,115200n8 quiet loglevel=4 printk.devkmsg=on panic=60"

# Kernel, initrd and command line as one EFI program, where Secure Boot is off.
build_efi() {
  local stub="$work/loose/usr/lib/systemd/boot/efi/linux$efi.efi.stub" linux initrd
  printf 'ID=nanometal-agent\nVERSION_ID=%s\n' "$version" >"$work/osrel"
  # The boot service writes its address and pin over the last 1024 of it.
  printf '%s %-1024s\0' "$cmdline" nanometal.reserved= >"$work/cmdline"
  linux=$((0x2000000))
  initrd=$((linux + ($(stat -c %s "$1/vmlinuz") / 0x1000000 + 2) * 0x1000000))
  $objcopy -D \
    --add-section .osrel="$work/osrel" --change-section-vma .osrel=0x20000 \
    --add-section .cmdline="$work/cmdline" --change-section-vma .cmdline=0x30000 \
    --add-section .linux="$1/vmlinuz" --change-section-vma .linux=$linux \
    --add-section .initrd="$1/initrd" --change-section-vma .initrd=$initrd \
    "$stub" "$1/agent.efi"
  chmod 644 "$1/agent.efi"
  # objcopy writes the hour of day into the header, 8 bytes behind "PE", and a checksum over it, 88 behind; nobody reads them.
  local header place
  header="$(od -An -tu4 -j60 -N4 "$1/agent.efi")"
  for place in $((header + 8)) $((header + 88)); do
    printf '\0\0\0\0' | dd of="$1/agent.efi" bs=1 seek="$place" conv=notrunc status=none
  done
}

# For virtual media and UEFI HTTP boot: firmware starts shim from the FAT image, shim GRUB, GRUB Debian's kernel, each by its signature.
build_iso() {
  local tree="$work/iso" fat="$work/iso/efi.img" settings="$work/settings"
  mkdir -p "$tree"/{.disk,boot/grub}
  echo "nanometal agent $version" >"$tree/.disk/info"
  cp "$work"/out/{vmlinuz,initrd} "$tree/boot/"
  sed "s|@CMDLINE@|$cmdline|" "$here/boot/grub.cfg" >"$tree/boot/grub/grub.cfg"
  # An archive as it is, of one file that is written over: no checksums are in it. GRUB's own `newc:` makes one that newer
  # kernels refuse, without a NUL behind the name.
  mkdir "$settings"
  { echo '# nanometal.conf: reserved'; head -c 65536 /dev/zero | tr '\0' '\n'; } | head -c 65536 >"$settings/nanometal.conf"
  touch -d "@$SOURCE_DATE_EPOCH" "$settings/nanometal.conf"
  (cd "$settings" && echo nanometal.conf | cpio --quiet --reproducible -R +0:+0 -H newc -o) >"$tree/boot/settings"
  cp "$work/loose/usr/lib/shim/shim$efi.efi.signed" "$work/BOOT.EFI"
  cp "$work/loose/usr/lib/grub/$grub-signed/gcd$efi.efi.signed" "$work/GRUB.EFI"
  touch -d "@$SOURCE_DATE_EPOCH" "$work"/{BOOT,GRUB}.EFI
  head -c $((8 * 1024 * 1024)) /dev/zero >"$fat"
  mformat -i "$fat" -N 4e4d4554 -v NANOMETAL -h 64 -s 32 -t 8 ::
  mmd -i "$fat" ::/EFI ::/EFI/BOOT
  mcopy -m -i "$fat" "$work/BOOT.EFI" "::/EFI/BOOT/BOOT${efi^^}.EFI"
  mcopy -m -i "$fat" "$work/GRUB.EFI" "::/EFI/BOOT/grub$efi.efi"
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  xorriso -as mkisofs -quiet -V NANOMETAL -R -J --set_all_file_dates set_to_mtime \
    -o "$1" -e efi.img -no-emul-boot "$tree" 2>"$work/xorriso" || { cat "$work/xorriso" >&2; exit 1; }
}
