"""What the system says about a file that it could not read or write, in Indonesian first."""

import errno

# By their names, because no system has all of them.
_REASONS = {
    "ENOENT": "berkas atau foldernya tidak ada",
    "EACCES": "tidak diizinkan",
    "EPERM": "tidak diizinkan",
    "EROFS": "tempatnya hanya dapat dibaca",
    "EISDIR": "itu folder, bukan berkas",
    "ENOTDIR": "itu bukan folder",
    "EEXIST": "nama itu sudah dipakai",
    "ENOTEMPTY": "foldernya tidak kosong",
    "ENOSPC": "disk penuh",
    "EFBIG": "berkasnya terlalu besar",
    "ENAMETOOLONG": "namanya terlalu panjang",
    "EBUSY": "sedang dipakai program lain",
    "ETXTBSY": "sedang dipakai program lain",
    "EMFILE": "terlalu banyak berkas terbuka",
    "ELOOP": "tautannya berputar",
    "EIO": "disknya tidak dapat dibaca atau ditulis",
}


def reason(error: OSError) -> str:
    """Why something failed: in Indonesian with the system's words in brackets, or in these where nobody has said it otherwise."""
    said = error.strerror or str(error) or type(error).__name__
    known = _REASONS.get(errno.errorcode.get(error.errno or 0, ""), "")
    return f"{known} ({said})" if known else said
