// An independent client of the record: Go's own checksum-database code (golang.org/x/mod/sumdb) reads /log over HTTP
// and checks the signature, the inclusion of every leaf, and consistency with an earlier size.
//
//	client URL VERIFIER-KEY SIZE...   each SIZE up to the log's own is checked as a tree and as an earlier state
//
// It ends with 0 when all holds and 1 with a sentence when not.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func main() {
	if err := check(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func check(base, vkey string, sizes []string) error {
	tree, err := readCheckpoint(base, vkey)
	if err != nil {
		return err
	}
	fetch := &tiles{base: base, kept: map[string][]byte{}}
	hashes := tlog.TileHashReader(tree, fetch)
	leaves, err := fetch.entries(tree.N)
	if err != nil {
		return err
	}
	for n, leaf := range leaves {
		proof, err := tlog.ProveRecord(tree.N, int64(n), hashes)
		if err != nil {
			return fmt.Errorf("leaf %d: %w", n, err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(n), tlog.RecordHash(leaf)); err != nil {
			return fmt.Errorf("leaf %d: %w", n, err)
		}
	}
	consistent := 0
	for _, written := range sizes {
		size, err := strconv.ParseInt(written, 10, 64)
		if err != nil {
			return err
		}
		if size > tree.N {
			continue
		}
		old, err := tlog.TreeHash(size, hashes)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveTree(tree.N, size, hashes)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, size, old); err != nil {
			return fmt.Errorf("consistency with %d: %w", size, err)
		}
		consistent++
	}
	fmt.Printf("sound: %d leaves included, consistent with %d earlier sizes, root %s\n", len(leaves), consistent, tree.Hash)
	return nil
}

// The first three lines are ours (C2SP tlog-checkpoint); the note around them is Go's.
func readCheckpoint(base, vkey string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	data, err := get(base + "/checkpoint")
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, fmt.Errorf("bad root %q", lines[2])
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

type tiles struct {
	base string
	kept map[string][]byte
}

func (t *tiles) Height() int { return tileHeight }

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// ReadTiles is asked for tiles whose hashes the caller checks against the signed root.
func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	answers := make([][]byte, len(wanted))
	for i, tile := range wanted {
		// Go's paths carry the tile's height, those of C2SP do not.
		path := strings.Replace(tile.Path(), "tile/8/", "/tile/", 1)
		data, err := t.read(path)
		if err != nil {
			return nil, err
		}
		answers[i] = data
	}
	return answers, nil
}

func (t *tiles) read(path string) ([]byte, error) {
	if data, ok := t.kept[path]; ok {
		return data, nil
	}
	data, err := get(t.base + path)
	if err == nil {
		t.kept[path] = data
	}
	return data, err
}

func (t *tiles) entries(size int64) ([][]byte, error) {
	var leaves [][]byte
	for index := int64(0); index*256 < size; index++ {
		width := size - index*256
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: tileHeight, L: -1, N: index, W: int(width)}
		data, err := get(t.base + strings.Replace(tile.Path(), "tile/8/data/", "/tile/entries/", 1))
		if err != nil {
			return nil, err
		}
		for rest := bytes.NewBuffer(data); rest.Len() > 0; {
			length := make([]byte, 2)
			if _, err := io.ReadFull(rest, length); err != nil {
				return nil, err
			}
			leaf := make([]byte, binary.BigEndian.Uint16(length))
			if _, err := io.ReadFull(rest, leaf); err != nil {
				return nil, err
			}
			leaves = append(leaves, leaf)
		}
	}
	if int64(len(leaves)) != size {
		return nil, fmt.Errorf("%d entries for %d leaves", len(leaves), size)
	}
	return leaves, nil
}

func get(url string) ([]byte, error) {
	answer, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, answer.Status)
	}
	return io.ReadAll(answer.Body)
}
